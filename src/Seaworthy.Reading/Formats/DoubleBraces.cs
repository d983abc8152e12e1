using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats;

/// <summary>Text with <c>{{ … }}</c> in it, as just and task write it, made ready for the shell reader.</summary>
internal static class DoubleBraces
{
    /// <summary>Holes with a known value are filled; the others become <c>${{ … }}</c>, which the shell reader keeps as one computed part.</summary>
    public static MappedText Fill(MappedText text, Func<string, string?> value)
    {
        if (!text.Text.Contains("{{", StringComparison.Ordinal))
        {
            return text;
        }

        MappedTextBuilder builder = new(text);
        var copied = 0;
        while (text.Text.IndexOf("{{", copied, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.Text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            builder.Copy(copied, open);
            var content = text.Text[(open + 2)..close].Trim();
            builder.Replace(value(content) ?? $"${{{{ {content} }}}}", open);
            copied = close + 2;
        }

        builder.Copy(copied, text.Text.Length);
        return builder.Build();
    }
}
