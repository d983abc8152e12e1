using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Bicep;

/// <summary>Expressions of Bicep by recursive descent, bounded in depth and in the length of chains.</summary>
/// <remarks>Source: Bicep documentation, "Operators", precedence; "Bicep file structure and syntax", Multi-line declarations.</remarks>
internal sealed class BicepExpressionParser
{
    private const int DepthLimit = 64;
    private const int ChainLimit = 200;

    // The loosest first.
    private static readonly string[][] Signs =
    [
        ["??"],
        ["||"],
        ["&&"],
        ["==", "!=", "=~", "!~"],
        ["<=", ">=", "<", ">"],
        ["+", "-"],
        ["*", "/", "%"],
    ];

    private readonly SyntaxScanner scanner;
    private readonly BicepBracketParser brackets;
    private int depth;

    /// <summary>Whether line breaks are blanks here: between parentheses they are, elsewhere they end the value.</summary>
    private bool withLines;

    // Where the line breaks that were looked across last begin and end.
    private int blanksFrom = -1;
    private int blanksTo;

    public BicepExpressionParser(SyntaxScanner scanner, Func<BicepStatement?> nested)
    {
        this.scanner = scanner;
        brackets = new BicepBracketParser(scanner, this, nested);
    }

    public BicepExpression Read(bool withLines)
    {
        var outer = this.withLines;
        this.withLines = withLines;
        var read = depth < DepthLimit ? ReadDeeper() : GiveUp("nested too deeply");
        this.withLines = outer;
        return read;
    }

    /// <summary>A text in quotes, at its first quote.</summary>
    public BicepExpression ReadText() => new BicepTextParser(scanner, this).Read();

    /// <summary>What a resource or module is: a body, a condition before one, or a loop.</summary>
    public BicepExpression ReadBody()
    {
        Skip();
        var start = scanner.At;
        if (!TakeWord("if"))
        {
            return Read(withLines: false);
        }

        scanner.SkipBlanks(withLines: true);
        var condition = scanner.Current == '(' ? ReadPrimary() : Unexpected();
        scanner.SkipBlanks(withLines: true);
        var body = Read(withLines: false);
        return new BicepExpression.If(condition, body, scanner.Span(start));
    }

    /// <summary>A word that stands alone.</summary>
    public bool TakeWord(string word)
    {
        if (
            !scanner.StartsWith(word)
            || (
                scanner.At + word.Length < scanner.End
                && scanner.Text[scanner.At + word.Length] is var next
                && (char.IsLetterOrDigit(next) || next == '_')
            )
        )
        {
            return false;
        }

        scanner.At += word.Length;
        return true;
    }

    public BicepExpression.Unread Unexpected()
    {
        scanner.Report("a value is missing", scanner.At);
        return new BicepExpression.Unread(scanner.Span(scanner.At));
    }

    public BicepExpression.Unread GiveUp(string why)
    {
        var start = scanner.At;
        scanner.Report($"{why}; the rest is not read", start, ProblemKind.Limit);
        scanner.At = scanner.End;
        return new BicepExpression.Unread(scanner.Span(start, start));
    }

    private BicepExpression ReadDeeper()
    {
        depth++;
        var read = ReadConditional();
        depth--;
        return read;
    }

    private BicepExpression ReadConditional()
    {
        var condition = ReadOperation(0);
        if (!FindSign(sign => sign.Current == '?' && sign.Next != '?'))
        {
            return condition;
        }

        scanner.At++;
        scanner.SkipBlanks(withLines: true);
        var then = Read(withLines);
        if (!FindSign(sign => sign.Current == ':' && sign.Next != ':'))
        {
            scanner.Report("a '?' lacks its ':'", condition.Span.Start);
            return condition;
        }

        scanner.At++;
        scanner.SkipBlanks(withLines: true);
        var other = Read(withLines);
        return new BicepExpression.Conditional(condition, then, other, condition.Span.To(other.Span));
    }

    private BicepExpression ReadOperation(int level)
    {
        if (level == Signs.Length)
        {
            return ReadUnary();
        }

        var left = ReadOperation(level + 1);
        for (var count = 0; FindSign(_ => Sign(level) is not null); count++)
        {
            if (count == ChainLimit)
            {
                return GiveUp("too long a chain of operators");
            }

            var sign = Sign(level) ?? "";
            scanner.At += sign.Length;
            scanner.SkipBlanks(withLines: true);
            var right = ReadOperation(level + 1);
            left = new BicepExpression.Operation(sign, left, right, left.Span.To(right.Span));
        }

        return left;
    }

    private string? Sign(int level) =>
        scanner.StartsWith("//") || scanner.StartsWith("/*") || scanner.StartsWith("=>")
            ? null
            : Array.Find(Signs[level], scanner.StartsWith);

    /// <summary>Goes to a sign that is next, also where it begins the next line and nothing else could begin so.</summary>
    private bool FindSign(Func<SyntaxScanner, bool> isSign)
    {
        Skip();
        if (isSign(scanner))
        {
            return true;
        }

        if (withLines || !scanner.IsAtLineEnd)
        {
            return false;
        }

        var at = scanner.At;
        if (blanksFrom != at)
        {
            scanner.SkipBlanks(withLines: true);
            (blanksFrom, blanksTo) = (at, scanner.At);
        }

        scanner.At = blanksTo;
        // A minus, a '!' or a '[' may begin an element.
        if (scanner.Current is '?' or ':' or '|' or '&' or '=' or '+' or '*' && isSign(scanner))
        {
            return true;
        }

        scanner.At = at;
        return false;
    }

    private BicepExpression ReadUnary()
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
        return new BicepExpression.Operation(sign, of, null, scanner.Span(start));
    }

    private BicepExpression ReadPostfix(BicepExpression of)
    {
        for (var count = 0; count < ChainLimit; count++)
        {
            var start = scanner.At;
            // A chain may go on in the next line.
            scanner.SkipBlanks(withLines);
            if (TakeStep())
            {
                of = ReadMember(of);
            }
            else if (scanner.Current == '[')
            {
                of = ReadIndex(of);
            }
            else if (scanner.Current == '!' && scanner.Next is not ('=' or '~'))
            {
                // "It is not null": for the compiler alone.
                scanner.At++;
            }
            else
            {
                scanner.At = start;
                return of;
            }
        }

        return GiveUp("too long a chain of names");
    }

    /// <summary><c>.</c>, <c>.?</c> or <c>::</c>, before a name.</summary>
    private bool TakeStep() => !scanner.StartsWith("...") && (scanner.Take(".?") || scanner.Take(".") || scanner.Take("::"));

    private BicepExpression ReadMember(BicepExpression of)
    {
        var start = of.Span.Start;
        scanner.SkipBlanks(withLines: true);
        if (scanner.ReadName() is not { } name)
        {
            scanner.Report("a name is missing", scanner.At);
            return new BicepExpression.Unread(scanner.Span(start));
        }

        return scanner.Current == '('
            ? new BicepExpression.Invocation(of, name.Value, brackets.ReadArguments(), scanner.Span(start))
            : new BicepExpression.Member(of, name.Value, scanner.Span(start));
    }

    private BicepExpression.Index ReadIndex(BicepExpression of)
    {
        var open = scanner.At++;
        _ = scanner.Take("?");
        _ = scanner.Take("^");
        var key = Read(withLines: true);
        brackets.Close(']', open);
        return new BicepExpression.Index(of, key, scanner.Span(of.Span.Start));
    }

    private BicepExpression ReadPrimary()
    {
        switch (scanner.Current)
        {
            case '\'':
            case '$':
                return ReadText();
            case '(':
                return brackets.ReadParentheses();
            case '[':
                return brackets.ReadArray();
            case '{':
                return brackets.ReadObject();
            case >= '0' and <= '9':
                return ReadNumber();
            default:
                return scanner.ReadName() is { } name ? ReadNamed(name) : Unexpected();
        }
    }

    private BicepExpression ReadNamed(Fact<string> name)
    {
        if (name.Value is "true" or "false" or "null")
        {
            return new BicepExpression.Literal(name.Value, false, name.Span);
        }

        if (scanner.Current == '(')
        {
            return new BicepExpression.Call(name.Value, brackets.ReadArguments(), scanner.Span(name.Span.Start));
        }

        var end = scanner.At;
        scanner.SkipBlanks(withLines: false);
        if (scanner.Take("=>"))
        {
            return ReadLambda([name.Value], name.Span.Start);
        }

        scanner.At = end;
        return new BicepExpression.Name(name.Value, name.Span);
    }

    /// <summary>Behind the arrow.</summary>
    public BicepExpression.Lambda ReadLambda(IReadOnlyList<string> names, int start)
    {
        scanner.SkipBlanks(withLines: true);
        var result = Read(withLines);
        return new BicepExpression.Lambda(names, result, scanner.Span(start));
    }

    private BicepExpression.Literal ReadNumber()
    {
        var start = scanner.At;
        while (char.IsAsciiDigit(scanner.Current))
        {
            scanner.At++;
        }

        var span = scanner.Span(start);
        return new BicepExpression.Literal(scanner.Text[start..scanner.At], false, span);
    }

    private void Skip() => scanner.SkipBlanks(withLines);
}
