using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.SignUps;

/// <summary>Where a function takes a role from the request: <c>const { role } = req.body</c>, <c>request.form.get("role")</c>.</summary>
internal sealed class RequestedRoles
{
    private readonly CodeReading reading;
    private readonly CodeFunction function;
    private SourceSpan? first;

    public RequestedRoles(CodeReading reading, CodeFunction function)
    {
        this.reading = reading;
        this.function = function;
        foreach (var assignment in reading.Syntax.Assignments.Where(assignment => CodeScope.IsWithin(assignment.Scope, function)))
        {
            if (assignment.Member is { } member && SignUpWords.IsRole(member) && IsRequest(assignment.Value))
            {
                Names.Add(assignment.Name);
                first ??= assignment.Span;
            }
        }

        ReadMembers();
        ReadCalls();
    }

    /// <summary>The variables that get it.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Expressions that are used in place.</summary>
    public List<TokenRange> Direct { get; } = [];

    public SourceSpan? First() => first;

    /// <summary>The body of the request, or the parameter that is given it.</summary>
    public static bool IsWhole(string text, CodeFunction function) =>
        text.StartsWith("await ", StringComparison.Ordinal)
            ? IsWhole(text["await ".Length..], function)
            : text
                is "req.body"
                    or "request.body"
                    or "ctx.request.body"
                    or "body"
                    or "req.json()"
                    or "request.json()"
                    or "c.req.json()"
                    or "request.form"
                    or "request.json"
                    or "request.POST"
                    or "request.data"
                    or "request.values"
                    or "request.get_json()"
                || text.StartsWith("request.get_json(", StringComparison.Ordinal)
                || text.StartsWith("json.loads(request.", StringComparison.Ordinal)
                || function.Parameters.Any(parameter => parameter.Name == text);

    private bool IsRequest(TokenRange value)
    {
        var text = reading.Syntax.Span(value).Text;
        text = text.Split([" or ", " || ", " ?? "], StringSplitOptions.TrimEntries)[0].TrimStart('(');
        text = text.StartsWith("await ", StringComparison.Ordinal) ? text["await ".Length..] : text;
        if (function.Parameters.FirstOrDefault(parameter => parameter.Name == text) is { } given)
        {
            return text != "request" && reading.Syntax.Span(given.Type).Text.TrimStart(':', ' ') == "any";
        }

        return IsWhole(text, function)
            || (reading.AssignmentOf(text, function) is { Member: null } kept && kept.Scope == function && IsKept(kept.Value));
    }

    private bool IsKept(TokenRange value)
    {
        var text = reading.Syntax.Span(value).Text;
        return IsWhole(text, function)
            || text.StartsWith("request.get_json", StringComparison.Ordinal)
            || text.StartsWith("request.form", StringComparison.Ordinal)
            || text.StartsWith("request.json", StringComparison.Ordinal);
    }

    /// <summary><c>req.body.role</c>, where it is assigned or used.</summary>
    private void ReadMembers()
    {
        var trees = reading.Trees;
        if (trees.Language is not (Language.JavaScript or Language.TypeScript))
        {
            return;
        }

        for (var at = function.Body.First + 2; at < function.Body.End; at++)
        {
            if (trees.IsName(at) && trees.IsMemberSign(at - 1) && SignUpWords.IsRole(trees.Text(at)))
            {
                var start = at;
                while (trees.IsMemberSign(start - 1) && trees.IsName(start - 2))
                {
                    start -= 2;
                }

                if (IsRequest(new TokenRange(start, at - 1)))
                {
                    Take(new TokenRange(start, at + 1));
                }
            }
        }
    }

    /// <summary><c>request.form.get("role", "donor")</c>, <c>data["role"]</c>.</summary>
    private void ReadCalls()
    {
        if (reading.Trees.Language != Language.Python)
        {
            return;
        }

        foreach (var call in reading.Syntax.Calls.Concat(reading.Syntax.Indexes).Where(call => function.Body.Contains(call.Open)))
        {
            var isIndex = reading.Trees.IsOpen(call.Open, Brackets.Square);
            var owner = isIndex ? call.Path : call.Owner;
            if (
                (isIndex || call.Name == "get")
                && call.Receiver is null
                && owner.Length > 0
                && call.Positional(0) is { } name
                && reading.Evaluator.Literal(name.Value) is { } role
                && SignUpWords.IsRole(role)
                && IsRequestNamed(owner)
            )
            {
                Take(call.Whole);
            }
        }
    }

    private bool IsRequestNamed(string owner) =>
        owner.StartsWith("request.", StringComparison.Ordinal)
            ? owner is "request.form" or "request.json" or "request.POST" or "request.data" or "request.values"
            : reading.AssignmentOf(owner, function) is { Member: null } kept && kept.Scope == function && IsKept(kept.Value);

    private void Take(TokenRange range)
    {
        first ??= reading.Syntax.Span(range);
        var kept = reading.Syntax.Assignments.FirstOrDefault(assignment =>
            CodeScope.IsWithin(assignment.Scope, function)
            && assignment.Keyword != "member"
            && assignment.Value.First == range.First
            && !assignment.Name.Contains('.', StringComparison.Ordinal)
        );
        if (kept is not null)
        {
            Names.Add(kept.Name);
        }
        else
        {
            Direct.Add(range);
        }
    }
}
