using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>How Rust expressions get their values.</summary>
internal sealed class RustValueRules(CodeSyntax syntax) : ValueRules(syntax)
{
    private static readonly FrozenSet<string> SameAsArgument = new[]
    {
        "String.from",
        "Some",
        "Ok",
        "Arc.new",
        "Box.new",
        "PathBuf.from",
        "Path.new",
        "Cow.from",
        "IpAddr.from",
        "IpAddr.V4",
        "std.net.IpAddr.V4",
        "Url.parse",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> SameAsReceiver = new[]
    {
        "to_string",
        "to_owned",
        "into",
        "clone",
        "as_str",
        "as_ref",
        "as_deref",
        "parse",
        "unwrap",
        "expect",
        "ok",
        "and_then",
        "trim",
        "to_lowercase",
        "map_err",
        "context",
        "with_context",
        "ok_or",
        "ok_or_else",
        "unwrap_or_default",
        "try_into",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OrArgument = new[] { "unwrap_or", "unwrap_or_else", "or", "or_else" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    public override IReadOnlySet<string> TransparentCalls => SameAsArgument;

    public override IReadOnlySet<string> TransparentMethods => SameAsReceiver;

    public override IReadOnlySet<string> FallbackMethods => OrArgument;

    /// <summary>Every read of the environment in the file.</summary>
    public RustEnvironment Reads => field ??= new RustEnvironment(Syntax);

    private Dictionary<string, CodeClass> Structs =>
        field ??= Syntax
            .Classes.Where(found => found.Fields.Count > 0)
            .DistinctBy(found => found.Name)
            .ToDictionary(found => found.Name, StringComparer.Ordinal);

    /// <summary>The struct of a name that has fields.</summary>
    public CodeClass? Struct(string name) => Structs.GetValueOrDefault(name);

    public override EnvironmentAccess? Environment(TokenRange expression, Evaluator evaluator)
    {
        var close = expression.End - 1;
        return
            Syntax.Trees.IsKind(close, TokenKind.Close)
            && Reads.At(Syntax.Trees.Partner(close)) is { } read
            && read.Call.First == expression.First
            ? new EnvironmentAccess(read.Name, read.IsHelper && !read.Default.IsEmpty ? evaluator.Value(read.Default, 1) : null)
            : null;
    }

    public override CodeValue? Special(CodeCall call, Evaluator evaluator)
    {
        var span = call.Span;
        switch (call.Name)
        {
            case "format!" or "concat!" when call.Receiver is null && evaluator.Literal(call.Positional(0)) is { } format:
                List<CodeValue> values =
                [
                    .. call
                        .Arguments.Skip(1)
                        .Where(argument => argument.Name is null)
                        .Select(argument => evaluator.Value(argument.Value, 1)),
                ];
                return FormatText.Braces(format, values, name => Named(call, name, evaluator), span);
            case "from"
            or "new"
                when call.Owner.EndsWith("SocketAddr", StringComparison.Ordinal)
                    || call.Owner.EndsWith("SocketAddrV4", StringComparison.Ordinal):
                return RustAddress.Read(call, evaluator, Syntax.Trees) is var (host, port)
                    ? new CodeValue.Concatenation([host, new CodeValue.Literal(":", span), port], span)
                    : null;
            case "new" when call.Owner.EndsWith("Ipv4Addr", StringComparison.Ordinal) && call.Arguments.Count == 4:
                return RustAddress.Octets([.. call.Arguments.Select(argument => argument.Value)], evaluator, span);
            default:
                return null;
        }
    }

    private CodeValue Named(CodeCall call, string name, Evaluator evaluator) =>
        call.Named(name) is { } given ? evaluator.Value(given.Value, 1) : new CodeValue.Reference(name, call.Span);
}
