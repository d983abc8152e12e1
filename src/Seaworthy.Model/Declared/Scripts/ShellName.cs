using System.Buffers;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>Names of variables and functions: letters of ASCII, digits and underscores, the first no digit.</summary>
/// <remarks>Source: POSIX.1-2024, 3.216 "Name".</remarks>
public static class ShellName
{
    public static SearchValues<char> Letters { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    public static bool Is(ReadOnlySpan<char> text) => text is [not (>= '0' and <= '9'), ..] && !text.ContainsAnyExcept(Letters);
}
