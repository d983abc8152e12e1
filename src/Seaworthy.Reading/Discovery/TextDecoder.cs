using System.Text;

namespace Seaworthy.Reading.Discovery;

/// <summary>Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one; bytes that are no UTF-8 become replacement characters.</summary>
internal static class TextDecoder
{
    private const int Probe = 8 * 1024;

    /// <summary>Null for binary content, which has a NUL among the first bytes, as in git.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        return bytes[..Math.Min(Probe, bytes.Length)].Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>A file whose lines git reads as bytes, whatever else is in it: a shell of Windows appends two bytes a letter.</summary>
    public static string DecodeLines(ReadOnlySpan<byte> bytes) => Decode(bytes) ?? Encoding.UTF8.GetString(bytes);
}
