using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Hcl;

/// <summary>Expressions of HCL by recursive descent, bounded in depth and in the length of chains.</summary>
/// <remarks>Source: HCL Native Syntax Specification, "Expressions".</remarks>
internal sealed class HclExpressionParser(SyntaxScanner scanner)
{
    private const int DepthLimit = 64;
    private const int ChainLimit = 200;

    // The loosest first.
    private static readonly string[][] Signs =
    [
        ["||"],
        ["&&"],
        ["==", "!="],
        ["<=", ">=", "<", ">"],
        ["+", "-"],
        ["*", "/", "%"],
    ];

    private int depth;

    /// <summary>Whether line breaks are blanks here: between brackets they are, in a block they end the attribute.</summary>
    private bool withLines;

    public HclExpression Read(bool withLines)
    {
        var outer = this.withLines;
        this.withLines = withLines;
        var read = depth < DepthLimit ? ReadDeeper() : GiveUp("nested too deeply");
        this.withLines = outer;
        return read;
    }

    /// <summary>A text in quotes, at its first quote.</summary>
    public HclExpression ReadQuoted() => new HclTextParser(scanner, this).ReadQuoted();

    private HclExpression ReadDeeper()
    {
        depth++;
        var read = ReadConditional();
        depth--;
        return read;
    }

    private HclExpression ReadConditional()
    {
        var condition = ReadOperation(0);
        Skip();
        if (scanner.Current != '?')
        {
            return condition;
        }

        scanner.At++;
        var then = Read(withLines);
        Skip();
        if (scanner.Current != ':')
        {
            scanner.Report("a condition lacks its ':'", scanner.At);
            return new HclExpression.Unread(condition.Span);
        }

        scanner.At++;
        var other = Read(withLines);
        return new HclExpression.Conditional(condition, then, other, condition.Span.To(other.Span));
    }

    private HclExpression ReadOperation(int level)
    {
        if (level == Signs.Length)
        {
            return ReadUnary();
        }

        var left = ReadOperation(level + 1);
        for (var count = 0; ; count++)
        {
            Skip();
            if (Sign(level) is not { } sign)
            {
                return left;
            }

            if (count > ChainLimit)
            {
                return GiveUp("too many operators in one expression");
            }

            scanner.At += sign.Length;
            var right = ReadOperation(level + 1);
            left = new HclExpression.Operation(sign, left, right, left.Span.To(right.Span));
        }
    }

    private string? Sign(int level) =>
        // A comment is none of the operators, and `=>` belongs to a for expression.
        scanner.StartsWith("//")
        || scanner.StartsWith("/*")
        || scanner.StartsWith("=>")
            ? null
            : Array.Find(Signs[level], scanner.StartsWith);

    private HclExpression ReadUnary()
    {
        Skip();
        var start = scanner.At;
        if (scanner.Current is not ('!' or '-'))
        {
            return ReadPostfix(ReadPrimary());
        }

        var sign = scanner.Current.ToString();
        scanner.At++;
        if (depth >= DepthLimit)
        {
            return GiveUp("nested too deeply");
        }

        depth++;
        var of = ReadUnary();
        depth--;
        return new HclExpression.Operation(sign, of, null, scanner.Span(start));
    }

    private HclExpression ReadPostfix(HclExpression of)
    {
        for (var count = 0; count < ChainLimit; count++)
        {
            if (withLines)
            {
                SkipToStep();
            }

            if (TakeDot())
            {
                of = ReadMember(of);
            }
            else if (scanner.Current == '[')
            {
                of = ReadIndex(of);
            }
            else
            {
                return of;
            }
        }

        return GiveUp("too long a chain of names");
    }

    /// <summary>The dot before a member, with blanks around it or without: <c>var. name</c>.</summary>
    private bool TakeDot()
    {
        var start = scanner.At;
        scanner.SkipBlanks(withLines: false);
        if (scanner.Take("."))
        {
            scanner.SkipBlanks(withLines: false);
            if (char.IsLetterOrDigit(scanner.Current) || scanner.Current is '_' or '*')
            {
                return true;
            }
        }

        scanner.At = start;
        return false;
    }

    /// <summary>A chain may go on in the next line, where lines mean nothing.</summary>
    private void SkipToStep()
    {
        var at = scanner.At;
        Skip();
        if (scanner.Current != '.' || scanner.StartsWith("..."))
        {
            scanner.At = at;
        }
    }

    private HclExpression ReadMember(HclExpression of)
    {
        var start = of.Span.Start;
        if (scanner.Current == '*')
        {
            scanner.At++;
            return new HclExpression.Splat(of, scanner.Span(start));
        }

        if (scanner.ReadName() is { } name)
        {
            return new HclExpression.Member(of, name.Value, scanner.Span(start));
        }

        var key = ReadNumber();
        return new HclExpression.Index(of, key, scanner.Span(start));
    }

    private HclExpression ReadIndex(HclExpression of)
    {
        var open = scanner.At++;
        if (scanner.Take("*]"))
        {
            return new HclExpression.Splat(of, scanner.Span(of.Span.Start));
        }

        var key = Read(withLines: true);
        Close(']', open);
        return new HclExpression.Index(of, key, scanner.Span(of.Span.Start));
    }

    private HclExpression ReadPrimary()
    {
        var start = scanner.At;
        switch (scanner.Current)
        {
            case '"':
                return ReadQuoted();
            case '<' when scanner.Next == '<':
                return new HclTextParser(scanner, this).ReadHeredoc();
            case '(':
                scanner.At++;
                var inner = Read(withLines: true);
                Close(')', start);
                return inner;
            case '[':
                return ReadTuple();
            case '{':
                return ReadObject();
            case >= '0' and <= '9':
                return ReadNumber();
            default:
                return scanner.ReadName() is { } name ? ReadNamed(name) : Unexpected();
        }
    }

    private HclExpression ReadNamed(Fact<string> name)
    {
        if (name.Value is "true" or "false" or "null")
        {
            return new HclExpression.Literal(name.Value, false, name.Span);
        }

        // Functions of a provider: provider::name::function(…).
        while (scanner.StartsWith("::"))
        {
            scanner.At += 2;
            name = scanner.ReadName() ?? name;
        }

        // A blank may stand before the parenthesis: object ({…}).
        var end = scanner.At;
        scanner.SkipBlanks(withLines: false);
        if (scanner.Current != '(')
        {
            scanner.At = end;
            return new HclExpression.Name(name.Value, name.Span);
        }

        var open = scanner.At++;
        var isExpanded = false;
        List<HclExpression> arguments = [];
        while (IsMore(')'))
        {
            var before = scanner.At;
            arguments.Add(Read(withLines: true));
            SkipLines();
            isExpanded = scanner.Take("...");
            SkipLines();
            if (!scanner.Take(",") && scanner.At == before)
            {
                break;
            }
        }

        Close(')', open);
        return new HclExpression.Call(name.Value, arguments, scanner.Span(name.Span.Start)) { IsExpanded = isExpanded };
    }

    private HclExpression ReadTuple()
    {
        var open = scanner.At++;
        if (IsFor())
        {
            return ReadFor(open, ']');
        }

        List<HclExpression> items = [];
        while (IsMore(']'))
        {
            var before = scanner.At;
            items.Add(Read(withLines: true));
            SkipLines();
            if (!scanner.Take(",") && scanner.At == before)
            {
                break;
            }
        }

        Close(']', open);
        return new HclExpression.Tuple(items, scanner.Span(open));
    }

    private HclExpression ReadObject()
    {
        var open = scanner.At++;
        if (IsFor())
        {
            return ReadFor(open, '}');
        }

        List<HclItem> items = [];
        while (IsMore('}'))
        {
            var before = scanner.At;
            var key = Read(withLines: false);
            SkipLines();
            if (!scanner.Take("=") && !scanner.Take(":"))
            {
                scanner.Report("an item of an object lacks its '='", before);
                scanner.SkipLine();
                continue;
            }

            items.Add(new HclItem(key, Read(withLines: false)));
            SkipLines();
            _ = scanner.Take(",");
        }

        Close('}', open);
        return new HclExpression.Object(items, scanner.Span(open));
    }

    private bool IsFor()
    {
        SkipLines();
        var at = scanner.At;
        var isFor = scanner.ReadName() is { Value: "for" } && char.IsWhiteSpace(scanner.Current);
        scanner.At = isFor ? scanner.At : at;
        return isFor;
    }

    /// <summary>Behind the word <c>for</c>.</summary>
    private HclExpression ReadFor(int open, char close)
    {
        List<string> names = [];
        do
        {
            SkipLines();
            if (scanner.ReadName() is { } name)
            {
                names.Add(name.Value);
            }

            SkipLines();
        } while (names.Count < 2 && scanner.Take(","));

        if (scanner.ReadName() is not { Value: "in" })
        {
            scanner.Report("a for expression lacks its 'in'", open);
        }

        var collection = Read(withLines: true);
        SkipLines();
        if (!scanner.Take(":"))
        {
            scanner.Report("a for expression lacks its ':'", open);
        }

        var first = Read(withLines: true);
        SkipLines();
        var second = scanner.Take("=>") ? Read(withLines: true) : null;
        SkipLines();
        _ = scanner.Take("...");
        SkipLines();
        var condition = IsWord("if") ? ReadCondition() : null;
        Close(close, open);
        return second is null
            ? new HclExpression.For(names, collection, null, first, condition, scanner.Span(open))
            : new HclExpression.For(names, collection, first, second, condition, scanner.Span(open));
    }

    private HclExpression ReadCondition()
    {
        _ = scanner.ReadName();
        return Read(withLines: true);
    }

    private bool IsWord(string word)
    {
        var at = scanner.At;
        var isWord = scanner.ReadName()?.Value == word;
        scanner.At = at;
        return isWord;
    }

    private HclExpression.Literal ReadNumber()
    {
        var start = scanner.At;
        while (
            char.IsAsciiDigit(scanner.Current)
            || (scanner.Current == '.' && char.IsAsciiDigit(scanner.Next))
            || (scanner.Current is 'e' or 'E' && char.IsAsciiDigit(scanner.Next))
        )
        {
            scanner.At++;
        }

        var span = scanner.Span(start);
        return new HclExpression.Literal(span.Text, false, span);
    }

    private HclExpression Unexpected()
    {
        scanner.Report("a value is missing", scanner.At);
        return new HclExpression.Unread(scanner.Span(scanner.At));
    }

    private HclExpression.Unread GiveUp(string why)
    {
        var start = scanner.At;
        scanner.Report($"{why}; the rest is not read", start, ProblemKind.Limit);
        scanner.At = scanner.End;
        return new HclExpression.Unread(scanner.Span(start, start));
    }

    private bool IsMore(char close)
    {
        SkipLines();
        return !scanner.IsAtEnd && scanner.Current != close;
    }

    private void Close(char close, int open)
    {
        SkipLines();
        if (scanner.Current == close)
        {
            scanner.At++;
        }
        else
        {
            scanner.Report($"'{scanner.Text[open]}' is not closed by '{close}'", open);
        }
    }

    private void Skip() => scanner.SkipBlanks(withLines);

    private void SkipLines() => scanner.SkipBlanks(withLines: true);
}
