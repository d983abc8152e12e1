namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>Go's text/template to trees: the file's own, and one for each <c>define</c> and <c>block</c>.</summary>
/// <remarks>Go standard library, text/template/parse, parse.go.</remarks>
internal sealed class GoTemplateParser
{
    private const int DepthLimit = 200;

    private readonly GoTemplateText text;
    private readonly GoTokenCursor cursor;
    private readonly GoPipelineParser pipelines;
    private readonly List<GoTemplateTree> defined = [];
    private int rangeDepth;
    private int depth;
    private string stop = "";
    private int stopStart;

    private GoTemplateParser(GoTemplateText text, Func<string, bool> hasFunction)
    {
        this.text = text;
        cursor = new GoTokenCursor(new GoLexer(text.Text).Read());
        pipelines = new GoPipelineParser(cursor, hasFunction);
    }

    /// <param name="text">The source and its name.</param>
    /// <param name="hasFunction">Whether a name is a function: an unknown one is a fault of the text.</param>
    /// <exception cref="GoTemplateFault">The text is no template.</exception>
    public static IReadOnlyList<GoTemplateTree> Parse(GoTemplateText text, Func<string, bool> hasFunction)
    {
        GoTemplateParser parser = new(text, hasFunction);
        var nodes = parser.ReadList();
        if (parser.stop.Length > 0)
        {
            throw new GoTemplateFault($"unexpected {{{{{parser.stop}}}}}", parser.stopStart);
        }

        return [new GoTemplateTree(text.Name, nodes, text), .. parser.defined];
    }

    /// <summary>Nodes up to <c>end</c>, <c>else</c> or the end of the text; which it was is in <see cref="stop"/>.</summary>
    private List<GoNode> ReadList()
    {
        if (++depth > DepthLimit)
        {
            throw new GoTemplateFault("max depth exceeded", cursor.Peek.Position);
        }

        List<GoNode> nodes = [];
        for (stop = ""; stop.Length == 0 && cursor.Peek.Kind != GoTokenKind.End; )
        {
            var token = cursor.Next();
            if (token.Kind == GoTokenKind.Text)
            {
                nodes.Add(new GoNode.Text(token.Position, token.Length, token.Value));
            }
            else if (ReadAction(token) is { } node)
            {
                nodes.Add(node);
            }
        }

        depth--;
        return nodes;
    }

    private GoNode? ReadAction(GoToken open)
    {
        var word = cursor.PeekWord();
        switch (word)
        {
            case "if" or "with" or "range":
                cursor.NextWord();
                return ReadBranch(open, word);
            case "end" or "else":
                cursor.NextWord();
                (stop, stopStart) = (word, open.Position);
                if (word == "end")
                {
                    Close(open, "end");
                }

                return null;
            case "define":
                cursor.NextWord();
                ReadDefine(open);
                return null;
            case "block":
                cursor.NextWord();
                return ReadBlock(open);
            case "template":
                cursor.NextWord();
                return ReadTemplate(open);
            case "break" or "continue" when !pipelines.IsFunction(word):
                return ReadJump(open, word);
            default:
                var pipeline = pipelines.Read("command", GoTokenKind.Close);
                return new GoNode.Action(open.Position, cursor.End - open.Position, pipeline);
        }
    }

    private GoNode ReadJump(GoToken open, string word)
    {
        cursor.NextWord();
        Close(open, word);
        if (rangeDepth == 0)
        {
            throw new GoTemplateFault($"{{{{{word}}}}} outside {{{{range}}}}", open.Position);
        }

        var length = cursor.End - open.Position;
        return word == "break" ? new GoNode.Break(open.Position, length) : new GoNode.Continue(open.Position, length);
    }

    private GoNode ReadBranch(GoToken open, string word)
    {
        var scope = pipelines.Scope;
        var pipeline = pipelines.Read(word, GoTokenKind.Close);
        var length = cursor.End - open.Position;
        rangeDepth += word == "range" ? 1 : 0;
        var body = ReadList();
        rangeDepth -= word == "range" ? 1 : 0;
        IReadOnlyList<GoNode> otherwise = stop == "else" ? ReadElse(word) : [];
        if (stop != "end")
        {
            throw new GoTemplateFault("unexpected EOF", text.Text.Length);
        }

        (stop, pipelines.Scope) = ("", scope);
        return word switch
        {
            "if" => new GoNode.If(open.Position, length, pipeline, body, otherwise),
            "with" => new GoNode.With(open.Position, length, pipeline, body, otherwise),
            _ => new GoNode.Range(open.Position, length, pipeline, body, otherwise),
        };
    }

    private List<GoNode> ReadElse(string word)
    {
        if (cursor.PeekWord() is var next && next == word && word is "if" or "with")
        {
            // {{else if}} is {{else}}{{if}}, which share the one {{end}}.
            GoToken open = new(GoTokenKind.Open, "{{", stopStart, 2);
            cursor.NextWord();
            if (++depth > DepthLimit)
            {
                throw new GoTemplateFault("max depth exceeded", open.Position);
            }

            var inner = ReadBranch(open, next);
            depth--;
            stop = "end";
            return [inner];
        }

        Close(cursor.Peek, "else");
        var nodes = ReadList();
        return stop == "else" ? throw new GoTemplateFault("expected end; found {{else}}", stopStart) : nodes;
    }

    private void ReadDefine(GoToken open)
    {
        var name = ReadName("define clause");
        Close(open, "define clause");
        ReadDefinition(name, open);
    }

    private void ReadDefinition(string name, GoToken open)
    {
        var scope = pipelines.Scope;
        pipelines.Scope = ["$"];
        var (outerRange, _) = (rangeDepth, rangeDepth = 0);
        var nodes = ReadList();
        if (stop != "end")
        {
            throw new GoTemplateFault(stop.Length == 0 ? "unexpected EOF" : "unexpected {{else}} in define clause", open.Position);
        }

        (stop, pipelines.Scope, rangeDepth) = ("", scope, outerRange);
        defined.Add(new GoTemplateTree(name, nodes, text));
    }

    private GoNode ReadBlock(GoToken open)
    {
        cursor.SkipSpace();
        var position = cursor.Peek.Position;
        var name = ReadName("block clause");
        var pipeline = pipelines.Read("block clause", GoTokenKind.Close);
        var length = cursor.End - open.Position;
        ReadDefinition(name, open);
        return new GoNode.Template(open.Position, length, name, position, pipeline);
    }

    private GoNode ReadTemplate(GoToken open)
    {
        cursor.SkipSpace();
        var position = cursor.Peek.Position;
        var name = ReadName("template clause");
        cursor.SkipSpace();
        GoExpression.Pipeline? pipeline = null;
        if (cursor.Peek.Kind == GoTokenKind.Close)
        {
            cursor.Next();
        }
        else
        {
            pipeline = pipelines.Read("template clause", GoTokenKind.Close);
        }

        return new GoNode.Template(open.Position, cursor.End - open.Position, name, position, pipeline);
    }

    private string ReadName(string context)
    {
        cursor.SkipSpace();
        var token = cursor.Next();
        return token.Kind == GoTokenKind.Quoted
            ? token.Value
            : throw new GoTemplateFault($"unexpected {cursor.Written(token)} in {context}", token.Position);
    }

    private void Close(GoToken near, string context)
    {
        cursor.SkipSpace();
        var token = cursor.Next();
        if (token.Kind != GoTokenKind.Close)
        {
            throw new GoTemplateFault($"unexpected {cursor.Written(token)} in {context}", Math.Max(token.Position, near.Position));
        }
    }
}
