using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>
/// The neutral shape of Ruby. A block that is given to a method counts as a function named <c>do</c>, since nobody knows when it runs, unless the method is known to run it at once.
/// </summary>
internal sealed class RubyShaper(TokenTrees trees) : Shaper(trees)
{
    /// <summary>The name of a function that is a block.</summary>
    public const string BlockName = "do";

    private static readonly FrozenSet<string> Eager = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "configure config setup draw each each_with_index each_pair map flat_map tap then with_options namespace scope init initialize_app instance_eval class_eval instance_exec "
            + "times select reject transform_values each_with_object to_h new configuration register helpers class_exec included synchronize"
        ).Split(' ')
    );

    protected override bool EndsAtLine(int at) =>
        !Trees.Is(at, ".")
        && !Trees.Is(at, "&.")
        && !(Trees.IsKind(at - 1, TokenKind.Operator) && Trees.Chars(at - 1) is not ("|" or ";"))
        && Trees.ParentBracket(at) is not Brackets.Paren and not Brackets.Square;

    protected override void Visit(int at)
    {
        if (Trees.IsOpen(at, Brackets.Block))
        {
            VisitBlock(at);
        }
        else if (Trees.IsOpen(at, Brackets.Brace))
        {
            VisitBrace(at);
        }
        else if (Trees.Is(at, "=") || Trees.Is(at, "||="))
        {
            VisitAssignment(at);
        }
        else if (Trees.IsName(at) && !IsDot(at - 1))
        {
            VisitName(at);
        }
    }

    private void VisitBlock(int at)
    {
        switch (Trees.Chars(at))
        {
            case "def":
                VisitFunction(at);
                break;
            case "class" or "module":
                VisitType(at);
                break;
            case "if" or "unless":
                VisitCondition(at);
                break;
            case "do":
                VisitGiven(at);
                break;
        }
    }

    private void VisitName(int at)
    {
        switch (Trees.Chars(at))
        {
            case "require" or "require_relative" or "load" when Trees.IsOpen(at + 1, Brackets.Paren):
                VisitRequire(at);
                break;
            case "if" or "unless":
                VisitQualifier(at);
                break;
        }
    }

    private void VisitRequire(int at)
    {
        var inside = Trees.Inside(at + 1);
        if (inside.Count == 1 && Trees.IsKind(inside.First, TokenKind.String))
        {
            var text = Literals.Value(Trees, inside.First);
            var module = Trees.Is(at, "require_relative") && text is not ['.', ..] ? "./" + text : text;
            Imports.Add(new CodeImport(module, null, "", false, Trees.Span(new TokenRange(at, inside.End))));
        }
    }

    private void VisitFunction(int open)
    {
        var path = PathAt(open + 1, out var end);
        if (path.Length == 0)
        {
            return;
        }

        var parameters = new TokenRange(end, end);
        if (Trees.IsOpen(end, Brackets.Paren))
        {
            NotCalls.Add(end);
            parameters = Trees.Inside(end);
            end = Trees.After(end);
        }

        Functions.Add(
            new CodeFunction
            {
                Name = path[(path.LastIndexOf('.') + 1)..],
                Owner = ClassAround(open)?.Name,
                Parameters = [.. Trees.Split(parameters, ",").Select(Parameter)],
                Body = new TokenRange(Math.Min(end, Trees.Partner(open)), Trees.Partner(open)),
                Span = Trees.Span(open + 1),
                IsExported = true,
            }
        );
    }

    private CodeParameter Parameter(TokenRange part)
    {
        var name = Trees.IsName(part.First) ? part.First : part.First + 1;
        var hasDefault = Trees.Is(name + 1, "=") || Trees.Is(name + 1, ":");
        return new CodeParameter(
            Trees.IsName(name) ? Trees.Text(name) : "",
            default,
            hasDefault ? new TokenRange(name + 2, part.End) : default,
            part
        );
    }

    private void VisitType(int open)
    {
        var path = PathAt(open + 1, out var end);
        if (path.Length == 0)
        {
            return;
        }

        var parent = Trees.Is(end, "<") ? PathAt(end + 1, out end) : "";
        AddClass(
            new CodeClass
            {
                Name = path[(path.LastIndexOf('.') + 1)..],
                Body = new TokenRange(Math.Min(end, Trees.Partner(open)), Trees.Partner(open)),
                Span = Trees.Span(open + 1),
                Bases = parent.Length > 0 ? [parent] : [],
                IsExported = true,
            },
            open
        );
    }

    private void VisitCondition(int open)
    {
        var test = new TokenRange(open + 1, LineEnd(open + 1));
        Conditions.Add(new CodeCondition(test, new TokenRange(test.End, Trees.Partner(open)), open));
    }

    /// <summary><c>raise "no key" unless ENV["KEY"]</c>: the statement stands before its condition.</summary>
    private void VisitQualifier(int at)
    {
        var first = at;
        while (first > 0 && !Trees[first].StartsLine && !Trees.Is(first - 1, ";"))
        {
            first = Math.Max(0, Trees.Before(first));
        }

        Conditions.Add(new CodeCondition(new TokenRange(at + 1, LineEnd(at + 1)), new TokenRange(first, at), at));
    }

    private int LineEnd(int start) =>
        Ahead(
            Lookahead.Sought.Line,
            start,
            (at, first) => Trees.Is(at, "then") || Trees.Is(at, ";") || (at > first && Trees[at].StartsLine && EndsAtLine(at))
        );

    private void VisitGiven(int open)
    {
        if (!IsRunAtOnce(open))
        {
            AddBlock(open);
        }
    }

    // "{" behind a value opens a block; anywhere else a hash.
    private void VisitBrace(int open)
    {
        if (Trees.IsClose(open - 1, Brackets.Paren) || Trees.IsName(open - 1) && !Trees.Is(open - 1, "return"))
        {
            VisitGiven(open);
        }
    }

    private void AddBlock(int open) =>
        Functions.Add(
            new CodeFunction
            {
                Name = BlockName,
                Body = Trees.Inside(open),
                Span = Trees.Span(open),
            }
        );

    /// <summary>By the name of the method to which the block is given.</summary>
    private bool IsRunAtOnce(int open)
    {
        var name = Trees.IsClose(open - 1, Brackets.Paren) ? Trees.Partner(open - 1) - 1 : open - 1;
        return Trees.IsName(name) && Eager.Contains(Trees.Text(name));
    }

    private void VisitAssignment(int at)
    {
        if (Trees.IsName(at - 1) && Trees.ParentBracket(at) is not Brackets.Paren and not Brackets.Square)
        {
            AddPathAssignment(at);
        }
    }
}
