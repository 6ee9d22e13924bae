;; The counter of steps. "wasm-opt --log-execution" makes a program call log_execution at
;; the start of each function, in each turn of a loop, and before each return. The
;; argument is the number of that place in the program. The program reads the sum by
;; calling taken.
;;
;; If a place comes several times without another between, it is the whole of a small loop,
;; such as a copy of memory by bytes. Such a turn counts as an eighth, since machines copy
;; eight bytes at once. Otherwise the growth of lists, which copies them in leaps, would
;; hide how the other work grows.
(module
 (global $last (mut i32) (i32.const -1))
 (global $eighths (mut i64) (i64.const 0))
 (func (export "log_execution") (param $place i32)
  (global.set $eighths
   (i64.add
    (global.get $eighths)
    (select (i64.const 1) (i64.const 8) (i32.eq (local.get $place) (global.get $last)))))
  (global.set $last (local.get $place)))
 (func (export "taken") (result i64) (i64.shr_u (global.get $eighths) (i64.const 3))))
