using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>
/// A call. In <c>express().use(x).listen(80)</c> there are three: <c>express</c>; <c>use</c> with the first as receiver; <c>listen</c> with the second as receiver.
/// </summary>
/// <param name="path">The names since the receiver, dotted.</param>
/// <param name="first">The first token of <paramref name="path"/>.</param>
/// <param name="open">The token that opens the arguments.</param>
internal sealed class CodeCall(
    TokenTrees trees,
    CallKind kind,
    string path,
    CodeCall? receiver,
    int first,
    int open,
    TokenRange typeArguments
)
{
    private IReadOnlyList<CodeArgument>? arguments;

    public CallKind Kind { get; } = kind;

    /// <summary>The dotted names from the receiver on: <c>app.listen</c>; <c>listen</c> after a call. Empty when the result of the receiver is called or indexed itself. Begins with a dot when it hangs on something else than a call or a name (a string, a parenthesis).</summary>
    public string Path { get; } = path;

    /// <summary>The call whose result this one is called on.</summary>
    public CodeCall? Receiver { get; } = receiver;

    /// <summary>The token of the first name (or of the arguments, without a name).</summary>
    public int First { get; } = first;

    public int Open { get; } = open;

    /// <summary>The token behind the arguments.</summary>
    public int End => trees.After(Open);

    public TokenRange TypeArguments { get; } = typeArguments;

    /// <summary>The innermost function or class around it.</summary>
    public CodeScope? Scope { get; internal set; }

    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>What stands before the last name: <c>app</c> in <c>app.listen</c>; empty when nothing does.</summary>
    public string Owner => Path.LastIndexOf('.') is var dot and >= 0 ? Path[..dot] : "";

    public IReadOnlyList<CodeArgument> Arguments => arguments ??= ArgumentReader.Read(trees, trees.Inside(Open));

    /// <summary>From the first name to the closing bracket, receivers left out.</summary>
    public SourceSpan Span => trees.Span(new TokenRange(First, End));

    /// <summary>The innermost token range that holds the whole chain.</summary>
    public TokenRange Whole => new(Root.First, End);

    /// <summary>The first call of the chain.</summary>
    public CodeCall Root
    {
        get
        {
            var call = this;
            for (var steps = 0; call.Receiver is not null && steps < 256; steps++)
            {
                call = call.Receiver;
            }

            return call;
        }
    }

    public CodeArgument? Positional(int index) => CodeArgument.Positional(Arguments, index);

    public CodeArgument? Named(string name) => CodeArgument.Named(Arguments, name);

    public override string ToString() => (Receiver is null ? "" : Receiver + "…") + Path;
}
