namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>The order of migrations by their names: a number in front counts as a number, whatever its length.</summary>
internal sealed class KeyOrder : IComparer<string>
{
    public static KeyOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (one, other) = (Digits(x), Digits(y));
        return one.Length > 0 && other.Length > 0 && one.Length != other.Length
            ? one.Length.CompareTo(other.Length)
            : string.CompareOrdinal(x, y);
    }

    private static string Digits(string? key) => string.Concat((key ?? "").TrimStart('0').TakeWhile(char.IsAsciiDigit));
}
