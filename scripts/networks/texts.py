"""Generates the texts of lines: random values of every kind, and the labels.

Chinese is partly words by frequency, partly characters drawn uniformly, as names may have any. No list of names is used,
because it would be memorized.
"""

import random
from itertools import accumulate
from pathlib import Path

import jieba

DIGITS = "0123456789"
#: Share of Chinese that is words; with more, rare characters of names and towns are forgotten.
WORDS = 0.35
#: Manufacturers mostly avoid O and I.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ" * 3 + "OI"
SMALL_LETTERS = "abcdefghijkmnpqrstuvwxyz"
#: Sets of confusable characters, drawn next to each other.
CONFUSABLES = ("0O", "0OQD", "1I", "1IL7", "2Z", "5S", "8B", "6G", "4A", "UV", "MN", "HN", "CG", "8B0O", "1IT", "PR", "VY", "KX")
VIN = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
#: Full-width forms, as Chinese fonts often print them.
WIDE = str.maketrans(":;()", "：；（）")
#: A gap that is drawn but not labeled.
GAP = "\u2009"
#: Units after numbers in addresses.
UNITS = "号 号楼 栋 幢 单元 室 组 弄 巷 村 层 座 路 街 户".split()
OFFICES = "公安局交通警察支队 公安局交通警察总队 公安局公安交通管理局 公安局车辆管理所 公安局交警支队 公安交通管理局".split()
#: Characters that are legible upside down.
TURNABLE = set("01689-·HINOSXZMWUVA×日口田中王一二三十工米申目回")
LABELS = (
    "号牌号码 车辆类型 所有人 住址 使用性质 品牌型号 车辆识别代号 发动机号码 注册日期 发证日期 档案编号 核定载人数 "
    "总质量 整备质量 核定载质量 外廓尺寸 准牵引总质量 备注 检验记录 中华人民共和国机动车行驶证 机动车行驶证副页 "
    "注册登记日期 状态 检验有效期止 强制报废期止 车身颜色 能源种类 生成时间"
).split()
ENGLISH = (
    "Plate No.|Vehicle Type|Owner|Address|Use Character|Model|VIN|Engine No.|Register Date|Issue Date|"
    "Vehicle License of the People's Republic of China"
).split("|")


def is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def characters_of_gb2312() -> list[str]:
    """The 3755 level 1 characters, then the 3008 of level 2."""
    codes = (bytes([0xA0 + row, 0xA0 + cell]) for row in range(16, 88) for cell in range(1, 95))
    decoded = (code.decode("gb2312", errors="ignore") for code in codes)
    return [character for character in decoded if character]


def words_of_jieba() -> dict[str, int]:
    """Chinese words with their frequencies."""
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text("utf8").splitlines()
    return {word: int(count) for word, count, *_ in map(str.split, lines)}


def is_one_way(text: str) -> bool:
    """Whether it is illegible upside down."""
    return len(set(text) - TURNABLE) > 1


class Texts:
    def __init__(self, rng: random.Random, known: set[str]):
        self.rng = rng
        all_of_them = characters_of_gb2312()
        self.frequent = [character for character in all_of_them[:3755] if character in known]
        self.common = [character for character in all_of_them if character in known]
        #: Includes characters of names that older fonts lack (喆, 堃).
        self.all = sorted(character for character in known if is_chinese(character))
        self.latin = sorted(set(SMALL_LETTERS + "lo") & known)
        words = {word: count for word, count in words_of_jieba().items() if set(word) <= known and all(map(is_chinese, word))}
        self.words = list(words)
        # Between proportional to frequency and uniform.
        self.weights = list(accumulate(max(1, count) ** 0.6 for count in words.values()))

    def some(self, alphabet, minimum: int, maximum: int | None = None) -> str:
        return "".join(self.rng.choices(alphabet, k=self.rng.randint(minimum, maximum or minimum)))

    def prose(self, length: int) -> str:
        text = ""
        while len(text) < length:
            text += self.rng.choices(self.words, cum_weights=self.weights)[0]
        return text[:length]

    def han(self, minimum: int, maximum: int | None = None) -> str:
        if self.rng.random() < WORDS:
            return self.prose(self.rng.randint(minimum, maximum or minimum))
        return self.some(self.rng.choices([self.frequent, self.common, self.all], [3, 6, 2])[0], minimum, maximum)

    def mixed(self, minimum: int, maximum: int) -> str:
        return self.some(self.rng.choice([DIGITS + LETTERS, DIGITS * 2 + LETTERS, LETTERS]), minimum, maximum)

    def day(self) -> str:
        return f"{self.rng.randint(1990, 2049)}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 31):02}"

    def month(self) -> tuple[str, str]:
        return str(self.rng.randint(2005, 2049)), f"{self.rng.randint(1, 12):02}"

    def plate(self) -> str:
        point = "·" if self.rng.random() < 0.1 else ""
        end = self.rng.choice(["挂", "学", "警", "港", "澳", "领"]) if self.rng.random() < 0.2 else self.some(VIN, 1)
        return self.some(PROVINCES, 1) + self.some(VIN[10:], 1) + point + self.some(VIN + DIGITS, 4, 5) + end

    def confusables(self) -> str:
        """A code of confusable characters without helpful context."""
        few = self.rng.choice(CONFUSABLES)
        text = self.some(few * 3 + self.rng.choice([DIGITS, LETTERS, DIGITS + LETTERS]), 5, 14)
        return text if self.rng.random() < 0.7 else f"{text[:3]}{self.rng.choice('-/. +')}{text[3:]}"

    def engine(self) -> str:
        return self.rng.choice(
            [
                lambda: self.prose(1) + self.mixed(4, 9),
                lambda: self.han(1) + self.some(DIGITS, 4, 8),
                lambda: f"{self.mixed(4, 6)} {self.some(DIGITS, 4, 8)}",
                lambda: f"{self.mixed(3, 6)}+{self.mixed(3, 8)}",
                lambda: f"{self.some(DIGITS, 3)}.{self.some(DIGITS, 3)}",
                lambda: f"{self.mixed(3, 7)}*{self.some(DIGITS, 5, 7)}*",
                lambda: self.some(DIGITS, 5, 10),
            ]
        )()

    def imported(self) -> str:
        """A model name of a foreign manufacturer."""
        word = self.some(LETTERS, 3, 7)
        small = self.some(self.latin, 1, 6)
        return self.rng.choice(
            [
                lambda: f"{word} {self.some(LETTERS, 3, 7)} {self.rng.randint(1, 6)}.{self.rng.randint(0, 9)}{self.some('TLVSi', 0, 1)}",
                lambda: f"{word[0]}{small} {self.some(DIGITS, 1, 3)}{self.some(LETTERS, 0, 2)}",
                lambda: f"{self.mixed(3, 9)}{self.some(LETTERS, 1, 2)}-{self.some('iedxst', 1)}",
                lambda: f"{self.some(DIGITS, 3)}{self.some('iLdex', 1, 2)} {word[:5]}",
                lambda: f"{word}{self.rng.choice(' -.')}{small}",
                lambda: f"{word[:4]} {self.some(DIGITS, 2, 4)} {self.rng.randint(1, 6)}.{self.rng.randint(0, 9)}L",
            ]
        )()

    def code(self) -> str:
        mark = self.rng.choice("-/-.")
        return self.rng.choice(
            [
                lambda: self.mixed(4, 12),
                lambda: self.some(LETTERS, 1, 4) + self.some(DIGITS, 3, 7),
                lambda: self.some(DIGITS, 6, 9) + self.some(LETTERS, 0, 2) if self.rng.random() < 0.5 else self.mixed(9, 9),
                lambda: self.some(LETTERS, 2, 3) + self.some(DIGITS, 4, 5) + self.some(LETTERS, 1, 4),
                lambda: self.mixed(2, 5) + mark + self.mixed(1, 6),
                lambda: f"*{self.mixed(5, 9)}*",
                lambda: f"{self.mixed(4, 8)}({self.mixed(2, 4)})",
                lambda: f"{self.mixed(3, 6)} {self.mixed(3, 6)}",
                self.confusables,
                self.confusables,
                self.imported,
                self.engine,
            ]
        )()

    def number(self) -> str:
        """A number of a house, unit or room."""
        mark = self.rng.choice(["", "", "", "-" + self.some(DIGITS, 1, 3), self.some("ABCDEF", 1)])
        return str(self.rng.randint(1, 10 ** self.rng.randint(1, 4))) + mark

    def address(self) -> str:
        parts = [self.han(2, 7), self.number()]
        for _ in range(self.rng.choice([0, 1, 1, 2, 3])):
            parts += [self.rng.choice(UNITS) if self.rng.random() < 0.7 else self.han(1, 3), self.number()]
        if self.rng.random() < 0.1:
            parts += [f"({self.han(1, 4)})"]
        return "".join(parts + [self.rng.choice(UNITS + [""]) if self.rng.random() < 0.7 else self.han(1, 2)])

    def inspection(self) -> str:
        """A line of an inspection stamp, some with gaps around typed words."""
        (year, month), gap = self.month(), self.rng.choice([GAP, GAP * 2, ""])
        plate = self.plate() + GAP if self.rng.random() < 0.15 else ""
        office = self.some(PROVINCES, 1) + self.some(VIN[10:], 1)
        more = self.rng.choice(["", f"({self.some(DIGITS, 2)})", f"({self.prose(2)})"])
        return f"{plate}检验有效期至{gap}{year}{gap}年{gap}{month}{gap}月{gap}{office}{more}"

    def mass(self) -> str:
        if self.rng.random() < 0.1:
            return "--" + self.rng.choice(["", GAP]) + "kg"
        return str(self.rng.choice([self.rng.randint(60, 3500), self.rng.randint(1000, 60000), self.rng.randint(6, 500) * 100])) + "kg"

    def seats(self) -> str:
        front = f"{self.rng.randint(1, 3)}+" if self.rng.random() < 0.15 else ""
        return f"{front}{self.rng.randint(1, 60)}人"

    def size(self) -> str:
        sides = [self.rng.randint(*side) for side in ((1500, 23000), (600, 3000), (900, 4500))]
        return "×".join(map(str, sides)) + "mm"

    def remark(self) -> str:
        return self.rng.choice(
            [
                lambda: f"{self.han(3, 7)}:{self.day()}",
                lambda: f"{self.han(2, 5)}:{self.han(2, 4)};{self.han(2, 6)}",
                lambda: f"{self.han(3, 6)}{self.rng.randint(2010, 2049)}年{self.rng.randint(1, 12):02}月{self.some(PROVINCES, 1)}{self.some(LETTERS, 1)}",
            ]
        )()

    def value(self) -> str:
        kinds = [
            (20, lambda: self.han(2, 12)),
            (13, self.address),
            (14, self.code),
            (5, self.confusables),
            (4, self.engine),
            (8, lambda: self.han(1, 4) + "牌" + self.code()),
            (9, lambda: self.some(VIN, 17)),
            (7, self.plate),
            (7, self.day),
            (5, self.size),
            (6, self.mass),
            (3, self.seats),
            (4, lambda: self.some(DIGITS, 12)),
            (2, lambda: "--"),
            (5, self.remark),
            (6, self.inspection),
        ]
        text = self.rng.choices([make for _, make in kinds], [weight for weight, _ in kinds])[0]()
        return text.translate(WIDE) if self.rng.random() < 0.5 else text

    def seal(self) -> str:
        """A line of a seal: a third of an authority's name."""
        place = self.han(2, 3) + "省" if self.rng.random() < 0.6 else ""
        name = place + self.han(2, 3) + self.rng.choice("市市市州县") + self.rng.choice(OFFICES)
        length = -(-len(name) // 3)
        start = self.rng.choice([0, length, 2 * length])
        return name[start : start + length] or name[:length]

    def label(self) -> str:
        return self.rng.choice(LABELS)

    def english(self) -> str:
        return self.rng.choice(ENGLISH)
