using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Truths;

/// <summary>Which of the variables that were read are taken for true or false as the text that they are. Comes after everything that reads variables.</summary>
internal sealed class TextTruths : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        if (reading.EnvironmentReads.Count == 0 || FormsOf(reading) is not { } forms)
        {
            return;
        }

        var found = reading.EnvironmentReads.ConvertAll(read => TruthOf(reading, forms, read));
        // What is asked for its truth first and looked at then is right: `X ? Number(X) : 5`.
        var looked = reading
            .EnvironmentReads.Where((_, index) => found[index] is null)
            .Select(read => read.Name)
            .ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < found.Count; at++)
        {
            if (found[at] is { } truth && !looked.Contains(reading.EnvironmentReads[at].Name))
            {
                reading.EnvironmentReads[at] = reading.EnvironmentReads[at] with { Truth = truth };
            }
        }
    }

    private static TruthForms? FormsOf(CodeReading reading) =>
        reading.Syntax.Language switch
        {
            Language.Python => new PythonTruth(reading),
            Language.JavaScript or Language.TypeScript => new JavaScriptTruth(reading),
            Language.Php => new PhpTruth(reading),
            Language.Ruby => new RubyTruth(reading),
            _ => null,
        };

    private static TextTruth? TruthOf(CodeReading reading, TruthForms forms, EnvironmentRead read)
    {
        if (read.Expected is not null || read.Schema is not null || read.IsJson || !forms.IsRead(read.Span.Text))
        {
            return null;
        }

        TokenRange site = new(TokenAt(reading.Trees, read.Span.Start), TokenAt(reading.Trees, read.Span.End));
        var isCertain = forms.IsTested(site);
        if (!isCertain)
        {
            if (forms.Held(site) is not { } held)
            {
                return null;
            }

            var uses = forms.UsesOf(held);
            isCertain = held.IsSetting || uses == HeldUses.OnlyTests || (uses == HeldUses.Tests && held.HasBoolean);
            if (uses == HeldUses.Other || !(isCertain || held.HasBoolean))
            {
                return null;
            }
        }

        TextTruth truth = new(isCertain, forms.IsZeroFalse);
        return read.Default is CodeValue.Literal fallback && IsText(fallback) && truth.IsDeceivedBy(fallback.Text)
            ? truth with
            {
                Fallback = fallback.Text,
            }
            : truth;
    }

    private static bool IsText(CodeValue.Literal literal) => literal.Span.Text is ['"' or '\'', ..];

    /// <summary>The first token at or behind a place.</summary>
    private static int TokenAt(TokenTrees trees, int place)
    {
        var (low, high) = (0, trees.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = trees[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
