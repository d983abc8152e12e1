using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Json;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Encodings of Sprig.</summary>
/// <remarks>Masterminds/sprig v3, strings.go, defaults.go (JSON), url.go.</remarks>
internal static class SprigEncodings
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static void AddTo(GoFunctions functions)
    {
        functions.Add("b64enc", "s", arguments => Convert.ToBase64String(Bytes(arguments[0])));
        functions.Add("b64dec", "s", arguments => FromBase64(Text(arguments[0])));
        functions.Add("b32enc", "s", arguments => ToBase32(Bytes(arguments[0])));
        functions.Add("b32dec", "s", arguments => FromBase32(Text(arguments[0])));
        foreach (var name in (string[])["toJson", "mustToJson"])
        {
            functions.Add(name, "a", arguments => GoJson.Write(arguments[0]));
        }

        foreach (var name in (string[])["toPrettyJson", "mustToPrettyJson"])
        {
            functions.Add(name, "a", arguments => GoJson.Write(arguments[0], indent: "  "));
        }

        foreach (var name in (string[])["toRawJson", "mustToRawJson"])
        {
            functions.Add(name, "a", arguments => GoJson.Write(arguments[0], isRaw: true));
        }

        functions.Add("urlParse", "s", arguments => SprigUrl.Parse(Text(arguments[0])));
        functions.Add("urlJoin", "m", arguments => SprigUrl.Join(arguments[0] as GoMap ?? new GoMap()));
    }

    private static string Text(object? value) => (string?)value ?? "";

    private static byte[] Bytes(object? value) => Encoding.UTF8.GetBytes(Text(value));

    private static string FromBase64(string text)
    {
        var buffer = new byte[text.Length];
        var lines = text.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        return Convert.TryFromBase64String(lines, buffer, out var count)
            ? Encoding.UTF8.GetString(buffer.AsSpan(0, count))
            : "illegal base64 data at input byte 0";
    }

    private static string ToBase32(byte[] bytes)
    {
        StringBuilder text = new();
        for (var at = 0; at < bytes.Length; at += 5)
        {
            ulong block = 0;
            for (var index = 0; index < 5; index++)
            {
                block = (block << 8) | (at + index < bytes.Length ? bytes[at + index] : 0u);
            }

            var digits = (Math.Min(5, bytes.Length - at) * 8 + 4) / 5;
            for (var index = 0; index < 8; index++)
            {
                text.Append(index < digits ? Base32[(int)((block >> (35 - (index * 5))) & 31)] : '=');
            }
        }

        return text.ToString();
    }

    private static string FromBase32(string text)
    {
        List<byte> bytes = [];
        var (bits, count) = (0u, 0);
        foreach (var character in text.TrimEnd('='))
        {
            var value = Base32.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                return "illegal base32 data at input byte 0";
            }

            (bits, count) = (((bits << 5) | (uint)value) & 0xFFF, count + 5);
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
