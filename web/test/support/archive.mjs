// Makes ZIP archives (PKWARE's APPNOTE.TXT, version 6.3.3). Word-processor files, such as
// DOCX, are ZIP archives.
import { crc32, deflateRawSync } from "node:zlib";

const madeBy = 20; // version 2.0: files are deflated
const deflated = 8;
const date = 0x5c64; // 4 March 2026, in the form of MS-DOS

/**
 * The part of a file's header that an archive contains twice: before the file's bytes,
 * and in the directory at the end of the archive.
 */
function common(bytes, packed) {
	const header = Buffer.alloc(26);
	header.writeUInt16LE(madeBy, 0);
	header.writeUInt16LE(deflated, 4);
	header.writeUInt16LE(date, 8);
	header.writeUInt32LE(crc32(bytes), 10);
	header.writeUInt32LE(packed.length, 14);
	header.writeUInt32LE(bytes.length, 18);
	return header;
}

/**
 * A file's entry in the directory at the end of the archive. offset is the position in
 * the archive where the file's header begins, in bytes.
 */
function entry(name, header, offset) {
	const head = Buffer.from([0x50, 0x4b, 1, 2, madeBy, 0]);
	const tail = Buffer.alloc(14);
	tail.writeUInt32LE(offset, 10);
	return Buffer.concat([head, header, tail, name]);
}

/**
 * Returns a ZIP archive with these files.
 *
 * @param {Record<string, string | Buffer>} files contents by name
 */
export function archive(files) {
	const parts = [];
	const directory = [];
	let offset = 0;
	for (const [path, content] of Object.entries(files)) {
		const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
		const packed = deflateRawSync(bytes);
		const header = common(bytes, packed);
		header.writeUInt16LE(name.length, 22);
		directory.push(entry(name, header, offset));
		const file = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), header, name, packed]);
		parts.push(file);
		offset += file.length;
	}
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(directory.length, 8);
	end.writeUInt16LE(directory.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...parts, ...directory, end]);
}
