using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;
using Seaworthy.Reading.Formats.Properties;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>The arguments of annotations.</summary>
internal static class JvmAnnotations
{
    public static CodeDecorator? Named(IReadOnlyList<CodeDecorator> annotations, string name) =>
        annotations.FirstOrDefault(annotation => annotation.Name == name);

    public static bool Has(CodeScope scope, string name) => Named(scope.Decorators, name) is not null;

    /// <summary>The first of several members that is written; the one without a name stands for <c>value</c>.</summary>
    public static CodeArgument? Argument(CodeDecorator annotation, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (annotation.Named(name) is { } found)
            {
                return found;
            }
        }

        return names.Contains("value") ? annotation.Positional(0) : null;
    }

    /// <summary>The values of a member that takes several: <c>"/a"</c>, <c>{"/a", "/b"}</c>, Kotlin's <c>["/a"]</c> and <c>"/a", "/b"</c>.</summary>
    public static IReadOnlyList<CodeValue> Values(CodeReading reading, CodeDecorator annotation, params ReadOnlySpan<string> names)
    {
        if (Argument(annotation, names) is not { } argument)
        {
            return [];
        }

        var several = argument.Name is null ? annotation.Arguments.Where(other => other.Name is null) : [argument];
        return [.. several.SelectMany(each => Elements(reading, each.Value)).Select(range => Bare(Value(reading, range)))];
    }

    // The default of a placeholder counts only where no property of the name is, which another file tells.
    private static CodeValue Bare(CodeValue value) =>
        value switch
        {
            CodeValue.Environment read => read with { Default = null },
            CodeValue.Concatenation all => all with { Parts = [.. all.Parts.Select(Bare)] },
            _ => value,
        };

    /// <summary>A text with placeholders of the configuration becomes a read of them.</summary>
    public static CodeValue Value(CodeReading reading, TokenRange range)
    {
        var value = reading.Evaluator.Value(range);
        return value is CodeValue.Literal { Text: var text } && text.Contains("${", StringComparison.Ordinal)
            ? PropertyValues.Of(PlaceholderParser.Parse(text, value.Span), value.Span)
            : value;
    }

    private static IEnumerable<TokenRange> Elements(CodeReading reading, TokenRange value)
    {
        var trees = reading.Trees;
        var isList =
            (trees.IsOpen(value.First, Brackets.Brace) || trees.IsOpen(value.First, Brackets.Square))
            && trees.After(value.First) == value.End;
        return isList ? trees.Split(trees.Inside(value.First), ",") : [value];
    }
}
