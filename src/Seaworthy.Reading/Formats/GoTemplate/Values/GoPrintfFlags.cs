namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>What stands between the percent sign and the verb.</summary>
internal sealed class GoPrintfFlags
{
    private bool isLeft;
    private bool isZero;
    private bool isSigned;
    private bool isSpaced;

    public bool IsSharp { get; private set; }

    public int Width { get; set; } = -1;

    public int Precision { get; set; } = -1;

    public void Set(char flag)
    {
        isLeft |= flag == '-';
        isZero |= flag == '0';
        isSigned |= flag == '+';
        isSpaced |= flag == ' ';
        IsSharp |= flag == '#';
    }

    public string Pad(string text)
    {
        var missing = Width - text.EnumerateRunes().Count();
        return missing <= 0 ? text
            : isLeft ? text + new string(' ', missing)
            : new string(isZero ? '0' : ' ', missing) + text;
    }

    public string PadNumber(string digits, bool isNegative, bool isInteger)
    {
        var sign =
            isNegative ? "-"
            : isSigned ? "+"
            : isSpaced ? " "
            : "";
        return isZero && !isLeft && (!isInteger || Precision < 0) ? sign + digits.PadLeft(Math.Max(0, Width - sign.Length), '0')
            : isLeft ? (sign + digits).PadRight(Math.Max(0, Width))
            : (sign + digits).PadLeft(Math.Max(0, Width));
    }
}
