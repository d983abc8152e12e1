using System.Collections.Frozen;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Bicep;

/// <summary>Bicep to statements. A statement that is not understood costs itself.</summary>
/// <remarks>Source: Bicep documentation, "Bicep file structure and syntax".</remarks>
internal sealed class BicepParser
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "targetScope metadata param var resource module output type func import using extends extension provider assert test".Split(' ')
    );

    private readonly SyntaxScanner scanner;
    private readonly BicepExpressionParser expressions;

    private BicepParser(SourceFile file)
    {
        scanner = new SyntaxScanner(file, inNames: "_");
        expressions = new BicepExpressionParser(scanner, ReadNested);
    }

    public static BicepSyntax Parse(SourceFile file)
    {
        BicepParser parser = new(file);
        List<BicepStatement> statements = [];
        while (parser.HasMore())
        {
            if (parser.ReadStatement() is { } statement && parser.IsAtEnd())
            {
                statements.Add(statement);
            }
            else
            {
                parser.SkipStatement();
            }
        }

        return new BicepSyntax(statements, parser.scanner.Problems);
    }

    private bool HasMore()
    {
        scanner.SkipBlanks(withLines: true);
        return !scanner.IsAtEnd;
    }

    private bool IsAtEnd()
    {
        scanner.SkipBlanks(withLines: false);
        if (scanner.IsAtLineEnd)
        {
            return true;
        }

        scanner.Report("a statement is followed by something else", scanner.At);
        return false;
    }

    /// <summary>Up to the next line that a statement begins.</summary>
    private void SkipStatement()
    {
        do
        {
            scanner.SkipLine();
            scanner.At = Math.Min(scanner.At + 1, scanner.End);
        } while (!scanner.IsAtEnd && !IsBeginning());
    }

    private bool IsBeginning()
    {
        var at = scanner.At;
        var isBeginning = scanner.Current == '@' || (scanner.ReadName() is { } name && Words.Contains(name.Value));
        scanner.At = at;
        return isBeginning;
    }

    /// <summary>A resource within another, at its first word or decorator.</summary>
    private BicepStatement? ReadNested() => scanner.Current == '@' || IsResource() ? ReadStatement() : null;

    /// <summary>The word, and not a property of that name.</summary>
    private bool IsResource()
    {
        var at = scanner.At;
        var isResource = expressions.TakeWord("resource");
        scanner.SkipBlanks(withLines: false);
        isResource = isResource && scanner.Current != ':';
        scanner.At = at;
        return isResource;
    }

    private BicepStatement? ReadStatement()
    {
        var decorators = ReadDecorators();
        var start = scanner.At;
        if (scanner.ReadName() is not { } word || !Words.Contains(word.Value))
        {
            scanner.Report("no statement begins so", start);
            return null;
        }

        scanner.SkipBlanks(withLines: false);
        return Read(word, start) is { } statement ? statement with { Decorators = decorators } : null;
    }

    private List<BicepExpression.Call> ReadDecorators()
    {
        List<BicepExpression.Call> decorators = [];
        while (scanner.Take("@"))
        {
            switch (expressions.Read(withLines: false))
            {
                case BicepExpression.Call call:
                    decorators.Add(call);
                    break;
                // @sys.secure()
                case BicepExpression.Invocation call:
                    decorators.Add(new BicepExpression.Call(call.Function, call.Arguments, call.Span));
                    break;
            }

            scanner.SkipBlanks(withLines: true);
        }

        return decorators;
    }

    private BicepStatement? Read(Fact<string> word, int start)
    {
        switch (word.Value)
        {
            case "targetScope":
                return new BicepStatement.Other(word) { Span = scanner.Span(start), Value = TakeValue() };
            case "using" or "import" or "extends" or "extension" or "provider":
                return ReadUse(word, start);
        }

        if (scanner.ReadName() is not { } name)
        {
            scanner.Report($"'{word.Value}' lacks its name", start);
            return null;
        }

        var span = scanner.Span(start);
        return word.Value switch
        {
            "param" => new BicepStatement.Parameter(name)
            {
                Span = span,
                Type = BicepTypeScan.Read(scanner, expressions),
                Value = scanner.Current == '=' ? TakeValue() : null,
            },
            "var" => BicepTypeScan.Read(scanner, expressions) is var _ && TakeValue() is { } value
                ? new BicepStatement.Variable(name, value) { Span = span }
                : null,
            "output" => BicepTypeScan.Read(scanner, expressions) is var type && TakeValue() is { } value
                ? new BicepStatement.Output(name, value) { Span = span, Type = type }
                : null,
            "resource" or "module" or "test" => ReadDeployed(word, name, start),
            "type" => ReadType(name, span),
            "func" => ReadFunction(name, span),
            _ => new BicepStatement.Other(name) { Span = span, Value = TakeValue() },
        };
    }

    private BicepStatement.Other? ReadType(Fact<string> name, SourceSpan span)
    {
        scanner.SkipBlanks(withLines: false);
        if (!scanner.Take("="))
        {
            scanner.Report("'=' is missing", scanner.At);
            return null;
        }

        scanner.SkipBlanks(withLines: true);
        _ = BicepTypeScan.Read(scanner, expressions, stopsAtEquals: false);
        return new BicepStatement.Other(name) { Span = span };
    }

    private BicepStatement? ReadDeployed(Fact<string> word, Fact<string> name, int start)
    {
        scanner.SkipBlanks(withLines: false);
        var type = scanner.Current is '\'' ? expressions.ReadText() : expressions.Unexpected();
        var span = scanner.Span(start);
        scanner.SkipBlanks(withLines: false);
        var isExisting = expressions.TakeWord("existing");
        scanner.SkipBlanks(withLines: false);
        if (!scanner.Take("="))
        {
            scanner.Report("'=' is missing", scanner.At);
            return null;
        }

        scanner.SkipBlanks(withLines: true);
        var body = expressions.ReadBody();
        Fact<string> stated = new((type as BicepExpression.Literal)?.Text ?? "", type.Span);
        return word.Value switch
        {
            "resource" => new BicepStatement.Resource(name, stated, body) { Span = span, IsExisting = isExisting },
            "module" => new BicepStatement.Module(name, stated, body) { Span = span },
            _ => new BicepStatement.Other(name) { Span = span, Value = body },
        };
    }

    private BicepStatement.Function? ReadFunction(Fact<string> name, SourceSpan span)
    {
        if (scanner.Current != '(')
        {
            scanner.Report("a function lacks its parameters", scanner.At);
            return null;
        }

        scanner.At++;
        List<string> parameters = [];
        scanner.SkipBlanks(withLines: true);
        while (scanner.ReadName() is { } parameter)
        {
            parameters.Add(parameter.Value);
            SkipParameterType();
            scanner.SkipBlanks(withLines: true);
        }

        if (!scanner.Take(")"))
        {
            scanner.Report("')' is missing", scanner.At);
            return null;
        }

        _ = BicepTypeScan.Read(scanner, expressions);
        if (!scanner.Take("=>"))
        {
            scanner.Report("'=>' is missing", scanner.At);
            return null;
        }

        scanner.SkipBlanks(withLines: true);
        return new BicepStatement.Function(name, parameters, expressions.Read(withLines: false)) { Span = span };
    }

    /// <summary>Up to the comma behind it, which is taken, or to the parenthesis that closes the list.</summary>
    private void SkipParameterType()
    {
        var open = 0;
        while (!scanner.IsAtEnd && !(open == 0 && scanner.Current is ',' or ')'))
        {
            open +=
                scanner.Current is '(' or '[' or '{' ? 1
                : scanner.Current is ')' or ']' or '}' ? -1
                : 0;
            scanner.At++;
        }

        _ = scanner.Take(",");
    }

    /// <summary>The names in braces, the first text, and whatever else is on the line: <c>with { … } as name</c>.</summary>
    private BicepStatement.Use ReadUse(Fact<string> word, int start)
    {
        List<string> names = [];
        Fact<string>? path = null;
        var open = 0;
        while (!scanner.IsAtEnd && !(open == 0 && scanner.IsAtLineEnd))
        {
            if (scanner.Current == '\'')
            {
                path ??= expressions.ReadText() is BicepExpression.Literal text ? new Fact<string>(text.Text, text.Span) : null;
            }
            else if (scanner.ReadName() is { } name)
            {
                names.AddRange(path is null || word.Value is not ("import" or "using") ? [name.Value] : []);
                SkipAlias(names, open > 0);
            }
            else
            {
                open +=
                    scanner.Current is '{' or '[' or '(' ? 1
                    : scanner.Current is '}' or ']' or ')' ? -1
                    : 0;
                scanner.At++;
                SkipAlias(names, open > 0);
            }

            scanner.SkipBlanks(withLines: open > 0);
        }

        return new BicepStatement.Use(word, path) { Span = scanner.Span(start), Names = names };
    }

    /// <summary><c>name as other</c>, <c>* as other</c>.</summary>
    private void SkipAlias(List<string> names, bool isListed)
    {
        scanner.SkipBlanks(withLines: isListed);
        if (expressions.TakeWord("as"))
        {
            scanner.SkipBlanks(withLines: isListed);
            if (scanner.ReadName() is { } alias)
            {
                names.Add(alias.Value);
            }
        }
    }

    private BicepExpression? TakeValue()
    {
        scanner.SkipBlanks(withLines: false);
        if (!scanner.Take("="))
        {
            scanner.Report("'=' is missing", scanner.At);
            return null;
        }

        scanner.SkipBlanks(withLines: true);
        return expressions.Read(withLines: false);
    }
}
