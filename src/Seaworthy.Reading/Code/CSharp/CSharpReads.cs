using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>Every read of the environment or the configuration in a file.</summary>
/// <remarks>Source: Microsoft Learn, "Configuration in ASP.NET Core", sections "Environment variables" and "GetSection, GetChildren, and Exists".</remarks>
internal sealed class CSharpReads
{
    private readonly CodeSyntax syntax;
    private readonly Dictionary<int, CSharpRead> byOpen = [];
    private readonly bool mentionsConfiguration;

    public CSharpReads(CodeSyntax syntax)
    {
        this.syntax = syntax;
        mentionsConfiguration =
            syntax.File.Text.Contains("IConfiguration", StringComparison.Ordinal)
            || syntax.File.Text.Contains("ConfigurationManager", StringComparison.Ordinal);
        foreach (var call in syntax.Calls.Concat(syntax.Indexes))
        {
            if (Read(call) is { } read)
            {
                byOpen[call.Open] = read;
            }
        }
    }

    public IEnumerable<CSharpRead> All => byOpen.Values.OrderBy(read => read.Call.Open);

    public CSharpRead? At(int open) => byOpen.GetValueOrDefault(open);

    /// <summary>The variable of a configuration key.</summary>
    public static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>Whether a path names the configuration: <c>builder.Configuration</c>, <c>_configuration</c>, <c>config</c>.</summary>
    public bool IsConfiguration(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..].TrimStart('_');
        return name.Equals("configuration", StringComparison.OrdinalIgnoreCase)
            || (
                mentionsConfiguration && (name.Equals("config", StringComparison.OrdinalIgnoreCase) || name is "cfg" or "conf" or "section")
            );
    }

    private CSharpRead? Read(CodeCall call)
    {
        if (
            call.Path is "Environment.GetEnvironmentVariable" or "System.Environment.GetEnvironmentVariable"
            && Literal(call, 0) is { } variable
        )
        {
            return new CSharpRead(variable, null, default, call);
        }

        var section = Section(call);
        if (section is null || Literal(call, 0) is not { Length: > 0 } given || given.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var key = section.Length == 0 ? given : $"{section}:{given}";
        return call switch
        {
            { Kind: CallKind.Index } or { Name: "GetValue", TypeArguments.IsEmpty: false } => Keyed(call, key),
            { Name: "GetConnectionString" } => Keyed(call, $"ConnectionStrings:{given}"),
            { Name: "GetSection" or "GetRequiredSection" } when IsValue(call) => Keyed(call, key),
            _ => null,
        };
    }

    private static CSharpRead Keyed(CodeCall call, string key) =>
        new(
            Variable(key),
            key,
            call.Name == "GetValue" && call.Kind != CallKind.Index ? call.Positional(1)?.Value ?? default : default,
            call
        );

    /// <summary>The section a call reads in: empty at the root of the configuration, null when it is no configuration at all.</summary>
    private string? Section(CodeCall call)
    {
        if (
            call.Receiver is { Name: "GetSection" or "GetRequiredSection" } outer
            && Section(outer) is { } before
            && Literal(outer, 0) is { } inner
        )
        {
            return before.Length == 0 ? inner : $"{before}:{inner}";
        }

        var owner = call.Kind == CallKind.Index ? call.Path : call.Owner;
        return call.Receiver is null && owner.Length > 0 && IsConfiguration(owner) ? "" : null;
    }

    // "GetSection("A").Value" and "GetSection("A").Get<string>()": the value itself.
    private bool IsValue(CodeCall call) =>
        syntax.Trees.Is(call.End, ".")
        && (
            syntax.Trees.Is(call.End + 1, "Value")
            || (
                syntax.Trees.Is(call.End + 1, "Get")
                && syntax.Trees.Is(call.End + 2, "<")
                && char.IsLower(syntax.Trees.Chars(call.End + 3)[0])
            )
        );

    private string? Literal(CodeCall call, int position) =>
        call.Positional(position) is { Value.Count: 1 } argument && syntax.Trees.IsKind(argument.Value.First, TokenKind.String)
            ? Literals.Value(syntax.Trees, argument.Value.First)
            : null;
}
