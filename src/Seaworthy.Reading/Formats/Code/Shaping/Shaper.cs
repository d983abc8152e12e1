using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>
/// Finds the neutral shape in token trees by one walk over all tokens. It has no grammar: it knows the places at which declarations begin, and leaves alone what it does not know.
/// </summary>
internal abstract class Shaper(TokenTrees trees)
{
    private readonly Dictionary<int, CodeClass> classesByBody = [];
    private readonly Lookahead lookahead = new(trees);
    private List<CodeDecorator> pending = [];
    private int pendingEnd = -1;

    protected TokenTrees Trees { get; } = trees;

    protected List<CodeImport> Imports { get; } = [];

    protected List<CodeAssignment> Assignments { get; } = [];

    protected List<CodeFunction> Functions { get; } = [];

    protected List<CodeClass> Classes { get; } = [];

    protected List<CodeDecorator> Decorators { get; } = [];

    protected List<CodeCondition> Conditions { get; } = [];

    protected List<CodeObject> Objects { get; } = [];

    protected List<CodeExport> Exports { get; } = [];

    protected List<TokenRange> MainGuards { get; } = [];

    /// <summary>Brackets that look like a call's but hold the parameters of a declaration or the arguments of a decorator.</summary>
    protected HashSet<int> NotCalls { get; } = [];

    public CodeSyntax Shape()
    {
        for (var at = 0; at < Trees.Count; at++)
        {
            Visit(at);
        }

        var calls = new CallShaper(Trees, NotCalls);
        calls.Shape();
        var members = Assignments.Count;
        for (var index = 0; index < members; index++)
        {
            Flattening.AddMembers(Trees, Assignments[index], Assignments);
        }

        Assignments.Sort((one, other) => one.Token.CompareTo(other.Token));
        new ScopeBinder([.. Functions, .. Classes]).Bind(calls.Calls, calls.Indexes, Assignments, Conditions, Objects, Trees);
        return new CodeSyntax(Trees)
        {
            Imports = Imports,
            Assignments = Assignments,
            Calls = calls.Calls,
            Indexes = calls.Indexes,
            Functions = Functions,
            Classes = Classes,
            Decorators = Decorators,
            Conditions = Conditions,
            Objects = Objects,
            Exports = Exports,
            MainGuards = MainGuards,
        };
    }

    /// <summary>Looks at one token, in order.</summary>
    protected abstract void Visit(int at);

    /// <summary>Where what begins here ends; see <see cref="Lookahead"/>.</summary>
    protected int Ahead(Lookahead.Sought sought, int start, Func<int, int, bool> stops) => lookahead.Find(sought, start, stops);

    /// <summary>The brace of a body, or the semicolon in its place.</summary>
    protected int BodyAhead(int start) =>
        Ahead(Lookahead.Sought.Body, start, (at, _) => Trees.IsOpen(at, Brackets.Brace) || Trees.Is(at, ";"));

    /// <summary>Whether a line break before this token ends the expression.</summary>
    protected virtual bool EndsAtLine(int at) => false;

    /// <summary>The end of the group that a token is in.</summary>
    protected int EndOfGroup(int at) => Trees.Parent(at) is var parent and >= 0 ? Trees.Partner(parent) : Trees.Count;

    /// <summary>The expression that begins here.</summary>
    protected TokenRange ExpressionAt(int start) => new(start, Ahead(Lookahead.Sought.Expression, start, EndsExpression));

    private bool EndsExpression(int at, int start) =>
        Trees.IsKind(at, TokenKind.Newline)
        || Trees.Is(at, ";")
        || Trees.Is(at, ",")
        || Trees.Is(at, "?>")
        || (at > start && Trees[at].StartsLine && EndsAtLine(at));

    /// <summary>A dotted path of names that begins here; empty when there is none.</summary>
    protected string PathAt(int at, out int end)
    {
        end = at;
        if (!Trees.IsName(at))
        {
            return "";
        }

        var path = Trees.Text(at);
        end = at + 1;
        for (var steps = 0; steps < 32 && IsDot(end) && Trees.IsName(end + 1); steps++)
        {
            path += "." + Trees.Text(end + 1);
            end += 2;
        }

        return path;
    }

    protected bool IsDot(int at) => Trees.IsMemberSign(at);

    /// <summary>The last token of balanced type arguments that begin here; the token before when there are none.</summary>
    protected int SkipTypeArguments(int at)
    {
        if (!Trees.Is(at, "<"))
        {
            return at;
        }

        var depth = 0;
        for (var steps = 0; at < Trees.Count && steps < 200; steps++, at = Trees.After(at))
        {
            depth +=
                Trees.Is(at, "<") ? 1
                : Trees.Is(at, ">") ? -1
                : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return at;
    }

    /// <param name="group">The bracket that holds the decorator together with others (C#); -1 when it stands by itself.</param>
    protected void AddDecorator(CodeDecorator decorator, int group = -1)
    {
        if (pendingEnd != (group >= 0 ? group : decorator.Tokens.First))
        {
            pending = [];
        }

        pending.Add(decorator);
        Decorators.Add(decorator);
        pendingEnd = group >= 0 ? group : decorator.Tokens.End;
        if (Trees.IsKind(pendingEnd, TokenKind.Newline))
        {
            pendingEnd++;
        }
    }

    /// <summary>Lets waiting decorators reach over the end of the bracket that holds them.</summary>
    protected void PassGroup(int open)
    {
        if (pendingEnd == open)
        {
            pendingEnd = Trees.After(open);
        }
    }

    /// <summary>The parts of a range between commas that are in no type arguments.</summary>
    protected List<TokenRange> SplitTypes(TokenRange range)
    {
        List<TokenRange> parts = [];
        var (start, depth) = (range.First, 0);
        for (var at = range.First; at < range.End; at = Trees.After(at))
        {
            depth +=
                Trees.Is(at, "<") ? 1
                : Trees.Is(at, ">") && depth > 0 ? -1
                : 0;
            if (depth == 0 && Trees.Is(at, ","))
            {
                parts.Add(new TokenRange(start, at));
                start = at + 1;
            }
        }

        if (start < range.End)
        {
            parts.Add(new TokenRange(start, range.End));
        }

        return parts;
    }

    /// <summary>Lets waiting decorators reach over a modifier (<c>export</c>, <c>public</c>, <c>async</c>).</summary>
    protected void PassModifier(int at)
    {
        if (at == pendingEnd)
        {
            pendingEnd = at + 1;
        }
    }

    /// <summary>Lets waiting decorators reach over what stands between them and the name: the type parameters of a method.</summary>
    protected void PassRange(TokenRange range)
    {
        if (range.First == pendingEnd)
        {
            pendingEnd = range.End;
        }
    }

    /// <summary>The decorators that stand directly before this token.</summary>
    protected IReadOnlyList<CodeDecorator> TakeDecorators(int at)
    {
        if (at != pendingEnd)
        {
            return [];
        }

        var taken = pending;
        pending = [];
        pendingEnd = -1;
        return taken;
    }

    protected void AddAssignment(string name, int token, TokenRange value, string keyword, TokenRange type)
    {
        if (!value.IsEmpty)
        {
            Assignments.Add(
                new CodeAssignment(name, value, Trees.Span(new TokenRange(token, value.End)))
                {
                    Token = token,
                    Keyword = keyword,
                    Type = type,
                    IsExported = keyword == "field",
                }
            );
        }
    }

    /// <summary><c>a.b = value</c>, with its equals sign as place.</summary>
    protected void AddPathAssignment(int at)
    {
        var first = at - 1;
        for (var steps = 0; steps < 16 && IsDot(first - 1) && Trees.IsName(first - 2); steps++)
        {
            first -= 2;
        }

        AddAssignment(PathAt(first, out _), first, ExpressionAt(at + 1), Trees.Is(first - 1, "var") ? "var" : Trees.Text(at), default);
    }

    protected void AddClass(CodeClass found, int bodyOpen)
    {
        Classes.Add(found);
        if (bodyOpen >= 0)
        {
            classesByBody[bodyOpen] = found;
        }
    }

    /// <summary>The class whose body this token is in directly.</summary>
    protected CodeClass? ClassAround(int at) => classesByBody.GetValueOrDefault(Trees.Parent(at));

    /// <summary>A method whose type stands before its name, as in Java and C#.</summary>
    /// <param name="at">Where its type begins.</param>
    /// <param name="open">The bracket of its parameters.</param>
    protected void AddTypedMethod(int at, int name, int open, TokenRange body, CodeClass owner, IReadOnlyList<CodeDecorator> decorators) =>
        Functions.Add(
            new CodeFunction
            {
                Name = Trees.Text(name),
                Owner = owner.Name,
                Parameters = [.. SplitTypes(Trees.Inside(open)).Select(TypedParameter)],
                ReturnType = new TokenRange(at, name),
                Body = body,
                Span = Trees.Span(name),
                Decorators = decorators,
                IsExported = true,
            }
        );

    // "String name", "int limit = 10".
    private CodeParameter TypedParameter(TokenRange part)
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
}
