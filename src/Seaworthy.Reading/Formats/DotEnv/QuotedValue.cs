using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Interpolation;

namespace Seaworthy.Reading.Formats.DotEnv;

/// <summary>Quoted values of one file, which may span lines.</summary>
internal sealed class QuotedValue(SourceFile file)
{
    // Behind these offsets no closing mark of the kind follows: asked again for every open quote, a search to the end would cost the square.
    private readonly Dictionary<char, int> hopeless = [];

    /// <summary>The value whose opening quote is at an offset, or null when it is never closed.</summary>
    public Found? Read(int open)
    {
        var mark = file.Text[open];
        var close = Close(open + 1, mark);
        if (close < 0 || IsSwallowed(open, close))
        {
            return null;
        }

        SourceSpan inside = new(file, open + 1, close - open - 1);
        return mark switch
        {
            '"' => new Found(Double(inside), EnvQuote.Double, close + 1),
            '\'' => new Found(Template.Of(inside.Text.Replace("\\'", "'", StringComparison.Ordinal), inside), EnvQuote.Single, close + 1),
            _ => new Found(Template.Of(inside.Text, inside), EnvQuote.Backtick, close + 1),
        };
    }

    private int Close(int at, char mark)
    {
        if (hopeless.TryGetValue(mark, out var from) && at >= from)
        {
            return -1;
        }

        // 'C:\dir\' ends with a backslash, not with an escaped quote, when no other quote closes it on its line.
        int escaped = -1,
            index = at;
        for (var isFirstLine = true; index < file.Text.Length && (isFirstLine || escaped < 0); index++)
        {
            if (file.Text[index] == mark)
            {
                return index;
            }

            if (file.Text[index] == '\\' && index + 1 < file.Text.Length)
            {
                index++;
                escaped = file.Text[index] == mark && mark != '"' && isFirstLine ? index : escaped;
            }

            isFirstLine &= file.Text[index] != '\n';
        }

        if (escaped >= 0)
        {
            return escaped;
        }

        hopeless[mark] = at;
        return -1;
    }

    // A forgotten quote is "closed" by the opening one of a later line; then more text stands behind it.
    private bool IsSwallowed(int open, int close)
    {
        var text = file.Text;
        if (!text.AsSpan(open, close - open).Contains('\n'))
        {
            return false;
        }

        var at = close + 1;
        while (at < text.Length && text[at] is ' ' or '\t' or '\r')
        {
            at++;
        }

        return at < text.Length && text[at] is not ('\n' or '#');
    }

    private static Template Double(SourceSpan inside)
    {
        if (!inside.Text.Contains('\\', StringComparison.Ordinal))
        {
            return inside.Length == 0 ? Template.Of("", inside) : TemplateParser.Parse(inside, TemplateFlavour.DotEnv);
        }

        MappedTextBuilder decoded = new(inside.File);
        var text = inside.File.Text;
        for (var at = inside.Start; at < inside.End; at++)
        {
            if (text[at] == '\\' && at + 1 < inside.End && Escape(text[at + 1]) is { } plain)
            {
                decoded.Replace([plain], at);
                at++;
            }
            else
            {
                decoded.Copy(at, at + 1);
            }
        }

        return TemplateParser.Parse(decoded.Build(), TemplateFlavour.DotEnv);
    }

    // "\$" is left for the template, which knows it.
    private static char? Escape(char letter) =>
        letter switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '"' or '\\' => letter,
            _ => null,
        };

    /// <summary>A quoted value; <paramref name="End"/> is behind the closing mark.</summary>
    public sealed record Found(Template Value, EnvQuote Quote, int End);
}
