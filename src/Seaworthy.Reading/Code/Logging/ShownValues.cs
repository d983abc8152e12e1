using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Logging;

/// <summary>The variables whose values an expression shows unchanged: not whether they are set, how long they are, or the result of a function.</summary>
internal sealed class ShownValues(CodeReading reading)
{
    private const int MaximumDepth = 12;
    private const int MostMembers = 60;

    // They give the text of what they are given.
    private static readonly FrozenSet<string> Texts = FrozenSet.Create(
        StringComparer.Ordinal,
        ["JSON.stringify", "util.inspect", "inspect", "repr", "json.dumps", "pformat", "pprint.pformat"]
    );

    // Colours.
    private static readonly FrozenSet<string> Painters = FrozenSet.Create(
        StringComparer.Ordinal,
        ["chalk", "colors", "pc", "picocolors", "kleur", "color", "fmt.Sprint", "fmt.Sprintln"]
    );

    // Fields of structured logs: zap.String("key", value).
    private static readonly FrozenSet<string> Fields = FrozenSet.Create(
        StringComparer.Ordinal,
        ["zap.String", "zap.Any", "slog.String", "slog.Any"]
    );

    // They only ask whether there is a value, and the evaluation of expressions sees through them.
    private static readonly string[] Questions = ["Boolean(", "bool("];

    private readonly AssignedValues assigned = new(reading);

    private TokenTrees Trees => reading.Trees;

    /// <summary>Environment reads, and names that the file does not explain.</summary>
    public IEnumerable<CodeValue> Of(CodeCall log)
    {
        var arguments = log.Arguments.Where(argument => argument.Name is not ("file" or "end" or "sep" or "flush" or "exc_info"));
        return arguments
            .SelectMany(argument => Of(argument.Value, log.Scope, 0))
            .Concat(log.Kind == CallKind.Macro ? Inline(log) : [])
            .DistinctBy(value => new { value.Span, (value as CodeValue.Environment)?.Name });
    }

    private IEnumerable<CodeValue> Of(TokenRange range, CodeScope? scope, int depth)
    {
        // tracing's "%value" and "?value" say how it is written.
        while (!range.IsEmpty && Trees.Language == Language.Rust && (Trees.Is(range.First, "%") || Trees.Is(range.First, "?")))
        {
            range = range with { First = range.First + 1 };
        }

        if (range.IsEmpty || depth > MaximumDepth)
        {
            return [];
        }

        if (reading.Evaluator.Rules.IsEnvironment(range))
        {
            return [new CodeValue.Environment(LoggedValues.Everything, null, reading.Syntax.Span(range))];
        }

        return Trees.Language != Language.Rust && MemberReader.OpeningOf(Trees, range) >= 0
                ? Members(range).SelectMany(member => Of(member.Value, scope, depth + 1))
            : Inner(range) is { } inner ? inner.SelectMany(part => Of(part, scope, depth + 1))
            : Parts(reading.Evaluator.Value(range), scope, depth);
    }

    /// <summary>What is spread may be hidden again by a member beside it: <c>{ ...settings, password: "***" }</c>.</summary>
    private IEnumerable<CodeMember> Members(TokenRange range)
    {
        var members = reading.Syntax.Members(range).Take(MostMembers).ToList();
        return members.Where((member, index) => member.Name != "..." || index == members.Count - 1);
    }

    /// <summary>What goes through functions that change nothing but the look of it; null when the expression is something else.</summary>
    private IReadOnlyList<TokenRange>? Inner(TokenRange range)
    {
        // "…%s" % value
        if (
            Trees.Language == Language.Python
            && (Trees.IsKind(range.First, TokenKind.String) || Trees.IsOpen(range.First, Brackets.Template))
            && Trees.Is(Trees.After(range.First), "%")
        )
        {
            TokenRange values = range with { First = Trees.After(range.First) + 1 };
            return Trees.IsOpen(values.First, Brackets.Paren) && Trees.After(values.First) == range.End
                ? Trees.Split(Trees.Inside(values.First), ",")
                : [values];
        }

        var close = range.End - 1;
        if (!Trees.IsKind(close, TokenKind.Close) || reading.Syntax.CallAt(Trees.Partner(close)) is not { Kind: CallKind.Call } call)
        {
            return null;
        }

        if (Trees.Language == Language.Python && call.Path == ".format")
        {
            return [.. call.Arguments.Select(argument => argument.Value)];
        }

        return call.Receiver is not null ? null
            : Texts.Contains(call.Path) ? [.. call.Arguments.Take(1).Select(argument => argument.Value)]
            : Fields.Contains(call.Path) ? [.. call.Arguments.Skip(1).Select(argument => argument.Value)]
            : Painters.Contains(call.Path) || Painters.Contains(call.Owner.Split('.')[0])
                ? [.. call.Arguments.Select(argument => argument.Value)]
            : null;
    }

    /// <summary>Rust's <c>println!("{database_url}")</c>.</summary>
    private IEnumerable<CodeValue> Inline(CodeCall macro)
    {
        foreach (var argument in macro.Arguments)
        {
            if (
                reading.Evaluator.Literal(argument) is { } format
                && FormatText.Braces(format, [], name => new CodeValue.Reference(name, reading.Syntax.Span(argument.Value)), macro.Span)
                    is var text
            )
            {
                // A name that is given beside the text was seen there.
                return Parts(text, macro.Scope, 0).Where(_ => macro.Arguments.All(other => other.Name is null));
            }
        }

        return [];
    }

    private IEnumerable<CodeValue> Parts(CodeValue value, CodeScope? scope, int depth) =>
        depth > MaximumDepth || IsAsked(value.Span)
            ? []
            : value switch
            {
                CodeValue.Environment => [value],
                CodeValue.Concatenation all => all.Parts.SelectMany(part => Parts(part, scope, depth + 1)),
                // "a masked one if there is a password, else the plain one"
                CodeValue.Choice { IsConditional: true } choice when choice.Options.Any(IsMade) => [],
                CodeValue.Choice choice => choice.Options.SelectMany(option => Parts(option, scope, depth + 1)),
                CodeValue.Reference reference => Follow(reference, scope, depth),
                _ => [],
            };

    private static bool IsMade(CodeValue value) =>
        value is CodeValue.Unknown { Why: not "null" } || (value is CodeValue.Concatenation all && all.Parts.Any(IsMade));

    private IEnumerable<CodeValue> Follow(CodeValue.Reference reference, CodeScope? scope, int depth) =>
        assigned.Of(reference, scope) switch
        {
            { IsKnown: false } => [],
            { Maker: { } maker } =>
            [
                reference with
                {
                    Name = maker + reference.Name[reference.Name.IndexOf('.', StringComparison.Ordinal)..],
                },
            ],
            { Assignment: null } => [reference],
            { Assignment: { Member: null } assignment } => Placed(Of(assignment.Value, assignment.Scope, depth + 2), reference),
            { Assignment: var taken } => Placed(Parts(reading.Evaluator.Member(taken), taken.Scope, depth + 2), reference),
        };

    // What counts is where it is shown, not where it was read.
    private static IEnumerable<CodeValue> Placed(IEnumerable<CodeValue> values, CodeValue.Reference reference) =>
        values.Select(value => value with { Span = reference.Span });

    private bool IsAsked(SourceSpan span)
    {
        var before = reading.File.Text.AsSpan(0, span.Start).TrimEnd();
        foreach (var question in Questions)
        {
            if (before.EndsWith(question, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
