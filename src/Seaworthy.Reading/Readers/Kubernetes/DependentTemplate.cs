using System.Buffers;
using System.Text;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Text in which the kubelet replaces <c>$(NAME)</c>; <c>$$</c> stands for a dollar, and a reference to nothing stays as it is.</summary>
/// <remarks>Kubernetes documentation, "Define Dependent Environment Variables".</remarks>
internal static class DependentTemplate
{
    public static Template Of(ScalarNode scalar)
    {
        if (!scalar.Value.Contains('$', StringComparison.Ordinal))
        {
            return Template.Of(scalar.Value, scalar.Span);
        }

        var (text, source) = (scalar.Value, scalar.Mapped);
        List<TemplatePart> parts = [];
        StringBuilder literal = new();
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '$')
            {
                literal.Append('$');
                at += 2;
                continue;
            }

            if (Close(text, at) is not { } close)
            {
                literal.Append(text[at++]);
                continue;
            }

            Flush(parts, literal);
            parts.Add(new TemplatePart(text[at..(close + 1)], text[(at + 2)..close]) { Span = source.Span(at, close + 1 - at) });
            at = close + 1;
        }

        Flush(parts, literal);
        return new Template(text, parts, scalar.Span);
    }

    /// <summary>Where the reference that begins here is closed; null when none begins here.</summary>
    public static int? Close(string text, int at)
    {
        if (text[at] != '$' || at + 1 >= text.Length || text[at + 1] != '(')
        {
            return null;
        }

        var length = text.AsSpan(at + 2).IndexOfAnyExcept(Names);
        return length > 0 && text[at + 2 + length] == ')' ? at + 2 + length : null;
    }

    private static readonly SearchValues<char> Names = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."
    );

    private static void Flush(List<TemplatePart> parts, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TemplatePart(literal.ToString()));
            literal.Clear();
        }
    }
}
