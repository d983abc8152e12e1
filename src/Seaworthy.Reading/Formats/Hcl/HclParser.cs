using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Hcl;

/// <summary>HCL to attributes and blocks. A line that is not understood costs that line.</summary>
/// <remarks>Source: HCL Native Syntax Specification, "Structural Elements".</remarks>
internal sealed class HclParser
{
    private const int DepthLimit = 64;

    private readonly SyntaxScanner scanner;
    private readonly HclExpressionParser expressions;

    private HclParser(SourceFile file)
    {
        scanner = new SyntaxScanner(file);
        expressions = new HclExpressionParser(scanner);
    }

    public static HclFile Parse(SourceFile file)
    {
        HclParser parser = new(file);
        List<HclAttribute> attributes = [];
        List<HclBlock> blocks = [];
        while (!parser.scanner.IsAtEnd)
        {
            parser.ReadBody(attributes, blocks, 0);
            if (!parser.scanner.IsAtEnd)
            {
                parser.scanner.Report("unexpected '}'", parser.scanner.At);
                parser.scanner.At++;
            }
        }

        return new HclFile(new HclBody(attributes, blocks), parser.scanner.Problems);
    }

    /// <summary>Up to a closing brace, which is left standing, or the end.</summary>
    private void ReadBody(List<HclAttribute> attributes, List<HclBlock> blocks, int depth)
    {
        while (true)
        {
            scanner.SkipBlanks(withLines: true);
            if (scanner.IsAtEnd || scanner.Current == '}')
            {
                return;
            }

            var start = scanner.At;
            // HCL does not allow JSON's quoted keys, but people still write files of values that way.
            if (scanner.ReadName() is { } name)
            {
                ReadNamed(name, attributes, blocks, depth);
            }
            else
            {
                scanner.Report("neither an attribute nor a block", start);
                scanner.SkipLine();
            }
        }
    }

    private void ReadNamed(Fact<string> name, List<HclAttribute> attributes, List<HclBlock> blocks, int depth)
    {
        scanner.SkipBlanks(withLines: false);
        if (scanner.Current == '=' && scanner.Next != '=')
        {
            scanner.At++;
            var value = expressions.Read(withLines: false);
            attributes.Add(new HclAttribute(name, value, name.Span.To(value.Span)));
            EndLine();
            return;
        }

        List<Fact<string>> labels = [];
        while (ReadLabel() is { } label)
        {
            labels.Add(label);
            scanner.SkipBlanks(withLines: false);
        }

        var head = scanner.Span(name.Span.Start, Math.Max(name.Span.End, labels.Count > 0 ? labels[^1].Span.End : 0));
        if (scanner.Current != '{')
        {
            scanner.Report($"'{name.Value}' is followed by neither '=' nor a block", name.Span.Start);
            scanner.SkipLine();
            return;
        }

        blocks.Add(new HclBlock(name, labels, ReadBraces(depth), head));
    }

    private Fact<string>? ReadLabel() =>
        scanner.Current == '"'
            ? expressions.ReadQuoted() is HclExpression.Literal { Text: var text, Span: var span }
                ? new Fact<string>(text, span)
                : new Fact<string>("", scanner.Span(scanner.At))
            : scanner.ReadName();

    private HclBody ReadBraces(int depth)
    {
        var open = scanner.At++;
        if (depth >= DepthLimit)
        {
            scanner.Report("nested too deeply; the rest is not read", open, ProblemKind.Limit);
            scanner.At = scanner.End;
            return HclBody.Empty;
        }

        List<HclAttribute> attributes = [];
        List<HclBlock> blocks = [];
        ReadBody(attributes, blocks, depth + 1);
        if (scanner.IsAtEnd)
        {
            scanner.Report("block is never closed", open);
        }
        else
        {
            scanner.At++;
        }

        return new HclBody(attributes, blocks);
    }

    /// <summary>An attribute ends with its line, or with the block that it is the only line of.</summary>
    private void EndLine()
    {
        scanner.SkipBlanks(withLines: false);
        if (!scanner.IsAtEnd && scanner.Current is not ('\n' or '}' or ','))
        {
            scanner.Report("unexpected text after a value", scanner.At);
            scanner.SkipLine();
        }
        else if (scanner.Current == ',')
        {
            scanner.At++;
        }
    }
}
