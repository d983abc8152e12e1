using Seaworthy.Model.Declared.Bicep;

namespace Seaworthy.Reading.Formats.Bicep;

/// <summary>What stands in brackets: arguments, arrays, loops, objects, parameters of lambdas. Commas and line breaks divide alike.</summary>
/// <remarks>Source: Bicep documentation, "Data types", "Iterative loops", "Lambda functions", "Child resources".</remarks>
/// <param name="nested">Reads the resource that begins here, within an object; null where none does.</param>
internal sealed class BicepBracketParser(SyntaxScanner scanner, BicepExpressionParser expressions, Func<BicepStatement?> nested)
{
    public List<BicepExpression> ReadArguments()
    {
        var open = scanner.At++;
        List<BicepExpression> arguments = [];
        while (IsMore(')'))
        {
            var before = scanner.At;
            arguments.Add(expressions.Read(withLines: true));
            SkipLines();
            if (!scanner.Take(",") && scanner.At == before)
            {
                break;
            }
        }

        Close(')', open);
        return arguments;
    }

    /// <summary>An expression in parentheses, or the parameters of a lambda.</summary>
    public BicepExpression ReadParentheses()
    {
        var open = scanner.At;
        if (Parameters() is { } names)
        {
            return expressions.ReadLambda(names, open);
        }

        scanner.At = open + 1;
        var inner = expressions.Read(withLines: true);
        Close(')', open);
        return inner;
    }

    public BicepExpression ReadArray()
    {
        var open = scanner.At++;
        SkipLines();
        if (IsFor())
        {
            return ReadFor(open);
        }

        List<BicepExpression> items = [];
        while (IsMore(']'))
        {
            var before = scanner.At;
            items.Add(
                scanner.Take("...")
                    ? new BicepExpression.Spread(expressions.Read(withLines: false), scanner.Span(before))
                    : expressions.Read(withLines: false)
            );
            scanner.SkipBlanks(withLines: false);
            if (!scanner.Take(",") && !scanner.IsAtLineEnd && scanner.Current != ']')
            {
                scanner.Report("elements lack a line break or a comma between them", before);
                scanner.SkipLine();
            }
        }

        Close(']', open);
        return new BicepExpression.Array(items, scanner.Span(open));
    }

    public BicepExpression.Object ReadObject()
    {
        var open = scanner.At++;
        List<BicepItem> items = [];
        List<BicepStatement> inner = [];
        while (IsMore('}'))
        {
            var before = scanner.At;
            if (nested() is { } resource)
            {
                inner.Add(resource);
            }
            else if (ReadItem() is { } item)
            {
                items.Add(item);
            }

            scanner.SkipBlanks(withLines: false);
            if (!scanner.Take(",") && !scanner.IsAtLineEnd && scanner.Current != '}')
            {
                scanner.Report("a property is followed by something else", before);
                scanner.SkipLine();
            }
        }

        Close('}', open);
        return new BicepExpression.Object(items, scanner.Span(open)) { Nested = inner };
    }

    public void Close(char close, int open)
    {
        SkipLines();
        if (scanner.Current == close && !scanner.IsAtEnd)
        {
            scanner.At++;
        }
        else
        {
            scanner.Report($"'{scanner.Text[open]}' is not closed by '{close}'", open);
        }
    }

    private BicepItem? ReadItem()
    {
        var start = scanner.At;
        if (scanner.Take("..."))
        {
            return new BicepItem(null, expressions.Read(withLines: false));
        }

        var key =
            scanner.Current is '\'' ? expressions.ReadText()
            : scanner.ReadName() is { } name ? new BicepExpression.Literal(name.Value, true, name.Span)
            : null;
        scanner.SkipBlanks(withLines: false);
        if (key is null || scanner.StartsWith("::") || !scanner.Take(":"))
        {
            scanner.Report("a property lacks its ':'", start);
            scanner.SkipLine();
            return null;
        }

        scanner.SkipBlanks(withLines: true);
        return new BicepItem(key, expressions.Read(withLines: false));
    }

    private bool IsFor()
    {
        var at = scanner.At;
        var isFor = expressions.TakeWord("for");
        scanner.SkipBlanks(withLines: false);
        if (isFor && (scanner.Current == '(' || char.IsLetter(scanner.Current) || scanner.Current == '_'))
        {
            return true;
        }

        scanner.At = at;
        return false;
    }

    /// <summary>Behind the word <c>for</c>.</summary>
    private BicepExpression.For ReadFor(int open)
    {
        List<string> names = [];
        if (scanner.Current == '(')
        {
            names = Names() ?? [];
        }
        else if (scanner.ReadName() is { } name)
        {
            names.Add(name.Value);
        }

        SkipLines();
        if (names.Count == 0 || !expressions.TakeWord("in"))
        {
            scanner.Report("a loop lacks its 'in'", open);
        }

        var collection = expressions.Read(withLines: true);
        SkipLines();
        if (!scanner.Take(":"))
        {
            scanner.Report("a loop lacks its ':'", open);
        }

        SkipLines();
        var result = expressions.ReadBody();
        Close(']', open);
        return new BicepExpression.For(names, collection, result, scanner.Span(open));
    }

    /// <summary>The names of a lambda, if <c>=></c> is behind them.</summary>
    private List<string>? Parameters()
    {
        if (Names() is not { } names)
        {
            return null;
        }

        scanner.SkipBlanks(withLines: false);
        return scanner.Take("=>") ? names : null;
    }

    /// <summary><c>(a, b)</c>; null where something else is between the parentheses.</summary>
    private List<string>? Names()
    {
        scanner.At++;
        List<string> names = [];
        while (true)
        {
            SkipLines();
            if (scanner.ReadName() is { } name)
            {
                names.Add(name.Value);
                SkipLines();
            }

            if (scanner.Take(")"))
            {
                return names;
            }

            if (!scanner.Take(","))
            {
                return null;
            }
        }
    }

    private bool IsMore(char close)
    {
        SkipLines();
        return !scanner.IsAtEnd && scanner.Current != close;
    }

    private void SkipLines() => scanner.SkipBlanks(withLines: true);
}
