module quoteline

go 1.26
