using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>How Go expressions get their values.</summary>
internal sealed class GoValueRules(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> SameAsArgument = new[]
    {
        "strconv.Itoa",
        "strconv.Atoi",
        "strconv.ParseInt",
        "strconv.ParseUint",
        "strconv.ParseBool",
        "strings.TrimSpace",
        "strings.ToLower",
        "string",
        "int",
        "int32",
        "int64",
        "uint16",
        "filepath.Clean",
        "os.ExpandEnv",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override IReadOnlySet<string> TransparentCalls => SameAsArgument;

    public override IReadOnlySet<string> TransparentMethods => FrozenSet<string>.Empty;

    public override IReadOnlySet<string> FallbackMethods => FrozenSet<string>.Empty;

    /// <summary>Every read of the environment in the file.</summary>
    public GoEnvironment Reads => field ??= new GoEnvironment(Syntax);

    private Dictionary<int, CodeObject> Literals =>
        field ??= Syntax.Objects.DistinctBy(found => found.Value.First).ToDictionary(found => found.Value.First);

    private Dictionary<string, CodeClass> Structs =>
        field ??= Syntax.Classes.DistinctBy(found => found.Name).ToDictionary(found => found.Name, StringComparer.Ordinal);

    /// <summary>The struct literal that begins at a token.</summary>
    public CodeObject? LiteralAt(int first) => Literals.GetValueOrDefault(first);

    private ILookup<string, CodeCall> CallsByName => field ??= Syntax.Calls.ToLookup(call => call.Name, StringComparer.Ordinal);

    public IEnumerable<CodeCall> CallsOf(string function) => CallsByName[function];

    public CodeClass? Struct(string name) => Structs.GetValueOrDefault(name);

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        var close = expression.End - 1;
        return
            Syntax.Trees.IsClose(close, Brackets.Paren)
            && Reads.At(Syntax.Trees.Partner(close)) is { } read
            && read.Call.First == expression.First
            ? new EnvironmentAccess(read.Name, read.Default.IsEmpty ? Unset(read) : evaluator.Value(read.Default, 1))
            : null;
    }

    // To os.Getenv a variable that is unset is an empty text, with which the program goes on. Source: Go package documentation, "os".
    private static CodeValue.Literal? Unset(GoEnvironmentRead read) =>
        read.Call.Path == "os.Getenv" && read.Demand != Demand.Required ? new CodeValue.Literal("", read.Call.Span) : null;

    public override CodeValue? Special(CodeCall call, Evaluator evaluator)
    {
        var span = call.Span;
        switch (call.Path)
        {
            case "fmt.Sprintf" when evaluator.Literal(call.Positional(0)) is { } format:
                return FormatText.Percent(format, [.. call.Arguments.Skip(1).Select(argument => evaluator.Value(argument.Value, 1))], span);
            case "net.JoinHostPort" when call.Arguments is [var host, var port]:
                return new CodeValue.Concatenation(
                    [evaluator.Value(host.Value, 1), new CodeValue.Literal(":", span), evaluator.Value(port.Value, 1)],
                    span
                );
            case "filepath.Join" or "path.Join":
                return new CodeValue.Concatenation(Joined(call, evaluator), span);
            case "cmp.Or":
                return evaluator.Merge([.. call.Arguments.Select(argument => evaluator.Value(argument.Value, 1))], call.Whole);
            default:
                return null;
        }
    }
}
