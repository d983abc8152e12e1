using System.Globalization;
using System.Text;

namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>A time by Go's layouts, which write the reference time.</summary>
/// <remarks>Go standard library, package time, "Layout".</remarks>
internal static class GoTimeFormat
{
    // Longer ones first.
    private static readonly (string Layout, string Format)[] Parts =
    [
        ("January", "MMMM"),
        ("Monday", "dddd"),
        ("-07:00", "zzz"),
        ("Z07:00", "K"),
        ("-0700", "zzz"),
        ("2006", "yyyy"),
        (".000000000", ".fffffff"),
        (".000000", ".ffffff"),
        (".000", ".fff"),
        ("Jan", "MMM"),
        ("Mon", "ddd"),
        ("MST", "K"),
        ("-07", "zz"),
        ("01", "MM"),
        ("02", "dd"),
        ("03", "hh"),
        ("04", "mm"),
        ("05", "ss"),
        ("06", "yy"),
        ("15", "HH"),
        ("PM", "tt"),
        ("pm", "tt"),
        ("_2", "%d"),
        ("1", "%M"),
        ("2", "%d"),
        ("3", "%h"),
        ("4", "%m"),
        ("5", "%s"),
    ];

    public static string Format(DateTimeOffset time, string layout)
    {
        StringBuilder text = new();
        for (var at = 0; at < layout.Length; )
        {
            var rest = layout.AsSpan(at);
            var found = -1;
            for (var part = 0; part < Parts.Length && found < 0; part++)
            {
                found = rest.StartsWith(Parts[part].Layout, StringComparison.Ordinal) ? part : -1;
            }

            text.Append(found < 0 ? rest[..1].ToString() : Part(time, Parts[found].Layout, Parts[found].Format));
            at += found < 0 ? 1 : Parts[found].Layout.Length;
        }

        return text.ToString();
    }

    private static string Part(DateTimeOffset time, string layout, string format) =>
        layout switch
        {
            "MST" => time.Offset == TimeSpan.Zero ? "UTC" : Written(time, "zzz").Replace(":", "", StringComparison.Ordinal),
            "Z07:00" => time.Offset == TimeSpan.Zero ? "Z" : Written(time, "zzz"),
            "-0700" => Written(time, "zzz").Replace(":", "", StringComparison.Ordinal),
            "pm" => Written(time, format).ToLowerInvariant(),
            "_2" => Written(time, format).PadLeft(2),
            _ => Written(time, format),
        };

    private static string Written(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
