using System.Collections.Frozen;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The neutral shape of Dart. Closures and functions inside functions belong to the code around them.</summary>
/// <remarks>Source: Dart language specification, "Classes", "Functions" and "Libraries and Scripts".</remarks>
internal sealed class DartShaper(TokenTrees trees) : JvmShaper(trees)
{
    private static readonly FrozenSet<string> NoFunctions = Keywords.Of(Model.Declared.Code.Language.Dart);

    protected override void Visit(int at)
    {
        if (Trees.Is(at, "@"))
        {
            VisitAnnotation(at);
        }
        else if (Trees.IsKind(at, TokenKind.Name))
        {
            VisitName(at);
        }
        else if (Trees.Is(at, "=") && !(at < MemberResume && ClassAround(at) is not null) && !IsInParameters(at))
        {
            VisitAssignment(at);
        }
    }

    private void VisitName(int at)
    {
        switch (Trees.Text(at))
        {
            case "import" or "export" when Trees[at].StartsLine && Trees.IsKind(at + 1, TokenKind.String):
                VisitLibrary(at);
                return;
            case "class"
            or "mixin"
            or "enum"
            or "extension" when Trees.IsName(at + 1) && Trees.Parent(at) < 0 && !Trees.Is(at + 1, "class"):
                VisitType(at + 1);
                return;
            case "if" when Trees.IsOpen(at + 1, Brackets.Paren):
                VisitCondition(at);
                return;
        }

        if (ClassAround(at) is { } owner && at >= MemberResume)
        {
            VisitMember(at, owner);
        }
        else if (
            Trees.Parent(at) < 0
            && at >= MemberResume
            && Trees.IsOpen(at + 1, Brackets.Paren)
            && !Trees.Is(at - 1, ".")
            && !Trees.Is(at - 1, "=")
            && !Trees.IsAny(at, NoFunctions)
        )
        {
            AddMethod(at, at + 1, null, TakeDecorators(at));
        }
    }

    /// <summary><c>import 'package:http/http.dart' as http;</c> gives one name; without <c>as</c> every name of the library is there.</summary>
    private void VisitLibrary(int at)
    {
        var hasName = Trees.Is(at + 2, "as") && Trees.IsName(at + 3);
        Imports.Add(
            new Model.Declared.Code.CodeImport(
                Literals.Value(Trees, at + 1),
                hasName ? null : "*",
                hasName ? Trees.Text(at + 3) : "*",
                false,
                Trees.Span(new TokenRange(at, at + (hasName ? 4 : 2)))
            )
        );
    }

    private void VisitType(int name)
    {
        var body = BodyAhead(name + 1);
        var hasBody = Trees.IsOpen(body, Brackets.Brace);
        List<string> bases = [];
        for (var at = name + 1; at < body; at++)
        {
            if (Trees.Is(at, "extends") || Trees.Is(at, "implements") || Trees.Is(at, "with"))
            {
                bases.Add(PathAt(at + 1, out _));
            }
        }

        AddClass(
            new CodeClass
            {
                Name = Trees.Text(name),
                Body = hasBody ? Trees.Inside(body) : new TokenRange(body, body),
                Span = Trees.Span(name),
                Bases = bases,
                BaseList = new TokenRange(name + 1, body),
                Decorators = TakeDecorators(name - 1),
                IsExported = true,
            },
            hasBody ? body : -1
        );
        MemberResume = Math.Max(MemberResume, body + 1);
    }

    /// <summary>A method, getter or field: what stands before it up to the first sign that tells which.</summary>
    private void VisitMember(int at, CodeClass owner)
    {
        var decorators = TakeDecorators(at);
        var limit = EndOfGroup(at);
        var next = at;
        while (next < limit && !IsMemberSign(next))
        {
            next = Trees.Is(next, "<") ? Math.Max(SkipTypeArguments(next), next + 1) : Trees.After(next);
        }

        var name = next - 1;
        if (next >= limit || !Trees.IsName(name) || Trees.IsOpen(next, Brackets.Brace))
        {
            MemberResume = Math.Max(at + 1, next + 1);
        }
        else if (Trees.IsOpen(next, Brackets.Paren))
        {
            AddMethod(name, next, owner.Name, decorators);
        }
        else
        {
            // "String get base => 'x';" gives a value as a field does.
            var value = Trees.Is(next, "=") || Trees.Is(next, "=>") ? ExpressionAt(next + 1) : default;
            owner.FieldList.Add(new CodeField(Trees.Text(name), new TokenRange(at, name), value, decorators, Trees.Span(name)));
            AddAssignment(Trees.Text(name), name, value, "field", new TokenRange(at, name));
            MemberResume = Math.Max(value.End, next + 1);
        }
    }

    private bool IsMemberSign(int at) =>
        (Trees.IsOpen(at, Brackets.Paren) && Trees.IsName(at - 1))
        || Trees.IsOpen(at, Brackets.Brace)
        || Trees.Is(at, "=")
        || Trees.Is(at, "=>")
        || Trees.Is(at, ";")
        || Trees.Is(at, ",");

    private void AddMethod(int name, int open, string? owner, IReadOnlyList<CodeDecorator> decorators)
    {
        var body = Ahead(
            Lookahead.Sought.Statement,
            Trees.After(open),
            (token, _) => Trees.IsOpen(token, Brackets.Brace) || Trees.Is(token, "=>") || Trees.Is(token, ";") || Trees.Is(token, "=")
        );
        var hasBody = Trees.IsOpen(body, Brackets.Brace) || Trees.Is(body, "=>");
        if (owner is null && !hasBody)
        {
            return;
        }

        NotCalls.Add(open);
        var range =
            Trees.IsOpen(body, Brackets.Brace) ? Trees.Inside(body)
            : hasBody ? ExpressionAt(body + 1)
            : new TokenRange(body, body);
        Functions.Add(
            new CodeFunction
            {
                Name = Trees.Text(name),
                Owner = owner,
                Parameters = [.. Parameters(Trees.Inside(open))],
                Body = range,
                Span = Trees.Span(name),
                Decorators = decorators,
                IsExported = true,
            }
        );
        MemberResume = Math.Max(MemberResume, owner is null ? body : range.End + 1);
    }

    /// <summary><c>String id, {required int page, this.size = 10}</c>: those in braces or brackets are parameters like the others.</summary>
    private IEnumerable<CodeParameter> Parameters(TokenRange inside)
    {
        foreach (var part in SplitTypes(inside))
        {
            if (Trees.IsOpen(part.First, Brackets.Brace) || Trees.IsOpen(part.First, Brackets.Square))
            {
                foreach (var optional in SplitTypes(Trees.Inside(part.First)))
                {
                    yield return Parameter(optional);
                }
            }
            else
            {
                yield return Parameter(part);
            }
        }
    }

    private CodeParameter Parameter(TokenRange part)
    {
        var equals = Trees.Find(part, "=");
        var name = (equals >= 0 ? equals : part.End) - 1;
        return new CodeParameter(
            Trees.IsName(name) ? Trees.Text(name) : "",
            new TokenRange(part.First, Math.Max(part.First, name)),
            equals >= 0 ? new TokenRange(equals + 1, part.End) : default,
            part
        );
    }

    /// <summary>The default of a parameter in braces gives no name a value for good.</summary>
    private bool IsInParameters(int at) =>
        Trees.Parent(at) is var brace and > 0
        && Trees.IsOpen(brace, Brackets.Brace)
        && Trees.Parent(brace) is var open and >= 0
        && Trees.IsOpen(open, Brackets.Paren)
        && (open == brace - 1 || Trees.Is(brace - 1, ","));
}
