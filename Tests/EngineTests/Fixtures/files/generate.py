"""Writes the files of this folder with numpy, safetensors, zlib and gzip: what nabla's readers must read.

    python generate.py

Every tensor is value(i) = (7 i) mod 13 − 3 (without the − 3 for unsigned types) over its elements in C order, unless it
says otherwise; half precision and such hold these numbers exactly.
"""

import gzip
import io
import pathlib
import struct

import numpy as np
import safetensors

here = pathlib.Path(__file__).parent
TYPES = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"]


def values(kind, shape):
    plain = np.arange(int(np.prod(shape))) * 7 % 13
    if kind[0] not in "ub":
        plain = plain - 3
    return plain.astype(kind).reshape(shape)


arrays = {kind: values(kind, (2, 3)) for kind in TYPES}
arrays["scalar"] = values("f4", ())
arrays["empty"] = values("f4", (0, 4))
arrays["fortran"] = np.asfortranarray(values("f8", (2, 3, 4)))
arrays["big"] = values(">i4", (5,))
np.savez(here / "stored.npz", **arrays)
arrays["long"] = np.sin(np.arange(4000)).astype("f4").reshape(40, 100)
np.savez_compressed(here / "packed.npz", **arrays)
np.save(here / "fortran.npy", arrays["fortran"])
for version in (2, 3):
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, values("i2", (3, 2)), version=(version, 0))
    (here / f"version{version}.npy").write_bytes(buffer.getvalue())
np.save(here / "objects.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
np.save(here / "records.npy", np.zeros(2, dtype=[("a", "f4"), ("b", "i4")]))
np.save(here / "complex.npy", np.zeros(2, dtype="c8"))
np.save(here / "halves.npy", np.array([0, -0.0, 6e-8, -6.1e-5, 65504, np.inf, -np.inf, np.nan, 1 / 3], "f2"))

names = {"F16": "float16", "F32": "float32", "F64": "float64", "I8": "int8", "I16": "int16", "I32": "int32", "I64": "int64",
         "U8": "uint8", "U16": "uint16", "U32": "uint32", "U64": "uint64", "BOOL": "bool"}
kept = []


def spec(name, shape, data):
    kept.append(np.frombuffer(data, "u1") if data else np.zeros(1, "u1"))
    return safetensors.TensorSpec(dtype=name, shape=shape, data_ptr=kept[-1].ctypes.data, data_len=len(data))


tensors = {}
for code, name in names.items():
    tensors[code] = spec(name, [2, 3], values(np.dtype(name).str[1:], (2, 3)).tobytes())
bits = values("f4", (2, 3)).view("u4") >> 16
tensors["BF16"] = spec("bfloat16", [2, 3], bits.astype("<u2").tobytes())
tensors["net.0.weight"] = spec("float32", [], struct.pack("<f", 0.1))
tensors["ağırlık \"1\"\n"] = spec("float32", [0, 2], b"")
(here / "types.safetensors").write_bytes(safetensors.serialize(tensors, {"source": "numpy — 1 \"x\""}))

for code, kind in {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}.items():
    array = values(kind.lstrip(">"), (2, 3)).astype(kind)
    content = bytes([0, 0, code, 2]) + struct.pack(">II", 2, 3) + array.tobytes()
    (here / f"idx-{kind.lstrip('>')}.idx").write_bytes(content)
images = (np.add.outer(np.arange(20), np.arange(784)) % 251).astype("u1")
content = bytes([0, 0, 8, 3]) + struct.pack(">III", 20, 28, 28) + images.tobytes()
for level in (1, 9):
    with open(here / f"images{level}.idx.gz", "wb") as file:
        with gzip.GzipFile("images.idx", "wb", level, file, 0) as packed:
            packed.write(content)
