using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>What Java and Kotlin share: annotations, imports, conditions, locals.</summary>
internal abstract class JvmShaper(TokenTrees trees) : Shaper(trees)
{
    private int annotationEnd;

    /// <summary>The token up to which a member was read: what stands before it is none of its own.</summary>
    protected int MemberResume { get; set; }

    /// <summary><c>import static a.b.C.D;</c>, <c>import a.b.C as D</c>. The package is the module, the last name what is imported.</summary>
    protected void VisitImport(int at)
    {
        var next = at + 1 + (Trees.Is(at + 1, "static") ? 1 : 0);
        var path = PathAt(next, out var end);
        if (path.Length == 0 || Trees.Parent(at) >= 0)
        {
            return;
        }

        var isAll = Trees.Is(end, ".") && Trees.Is(end + 1, "*");
        var name = path[(path.LastIndexOf('.') + 1)..];
        if (next > at + 1 && !isAll && path.Contains('.', StringComparison.Ordinal))
        {
            // A static import names a member of the class before it.
            Imports.Add(new CodeImport(path[..path.LastIndexOf('.')], name, name, false, Trees.Span(new TokenRange(at, end))));
            return;
        }

        var local = Trees.Is(end, "as") && Trees.IsName(end + 1) ? Trees.Text(end + 1) : name;
        Imports.Add(
            new CodeImport(path, isAll ? "*" : null, isAll ? "*" : local, false, Trees.Span(new TokenRange(at, isAll ? end + 2 : end)))
        );
    }

    /// <summary><c>@RequestMapping("/x")</c>, <c>@field:Value("…")</c>, <c>@[A B]</c> left out.</summary>
    protected void VisitAnnotation(int at)
    {
        var name = at + 1;
        name += Trees.IsName(name) && Trees.Is(name + 1, ":") ? 2 : 0;
        var path = PathAt(name, out var end);
        // One inside another's arguments says something of that: @Operation(responses = { @ApiResponse(…) }).
        if (path.Length == 0 || path == "interface" || at < annotationEnd)
        {
            return;
        }

        end = SkipTypeArguments(end);
        IReadOnlyList<CodeArgument> arguments = [];
        if (Trees.IsOpen(end, Brackets.Paren) && !Trees[end].StartsLine)
        {
            NotCalls.Add(end);
            arguments = ArgumentReader.Read(Trees, Trees.Inside(end));
            end = Trees.After(end);
        }

        var tokens = new TokenRange(at, end);
        AddDecorator(new CodeDecorator(path, arguments, tokens, Trees.Span(tokens)));
        MemberResume = Math.Max(MemberResume, end);
        annotationEnd = end;
    }

    protected void VisitCondition(int at)
    {
        var body = Trees.After(at + 1);
        Conditions.Add(
            new CodeCondition(Trees.Inside(at + 1), Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body) : ExpressionAt(body), at)
        );
    }

    /// <summary>A name that gets a value: a local, or a field through <c>this</c>.</summary>
    protected void VisitAssignment(int at)
    {
        if (!Trees.IsName(at - 1) || Trees.ParentBracket(at) is Brackets.Paren or Brackets.Square)
        {
            return;
        }

        AddPathAssignment(at);
    }
}
