using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>
/// Members of struct literals that functions make, as constants: <c>func Load() *Config { return &amp;Config{Port: getEnv("PORT", "8080")} }</c> gives <c>Config.Port</c> and <c>Load.Port</c>,
/// so that <c>cfg := config.Load()</c> and a parameter <c>cfg *config.Config</c> lead there from other files.
/// </summary>
internal sealed class GoConfigConstants : FrameworkKnowledge
{
    private const int DeepestLiteral = 4;

    public override void Read(CodeReading reading)
    {
        var end = 0;
        foreach (var literal in reading.Syntax.Objects)
        {
            if (literal.Scope is CodeFunction function && literal.Value.First >= end)
            {
                // What is inside is read with it.
                end = literal.Value.End;

                // Another package's struct (gin.H, cors.Config) is no configuration of this program's own.
                if (literal.Type.Contains('.', StringComparison.Ordinal))
                {
                    continue;
                }

                Add(reading, [literal.Type, .. Maker(function)], literal.Value, function, 0);
            }
        }

        // "cfg.Network = getEnv(…)" after the literal, and helpers that fill a field through a pointer.
        foreach (var assignment in reading.Syntax.Assignments)
        {
            if (
                assignment is { Keyword: "=", Scope: CodeFunction function }
                && assignment.Name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
                && GoTypes.TypeOf(reading, assignment.Name[..dot], function) is { } type
            )
            {
                Add(reading, $"{type}{assignment.Name[dot..]}", assignment.Value, function);
            }
        }

        foreach (var call in reading.Syntax.Calls)
        {
            Filled(reading, call);
        }
    }

    private static IEnumerable<string> Maker(CodeFunction function) =>
        function is { Name.Length: > 0, Owner: null } && function.Name != "main" ? [function.Name] : [];

    private static void Add(CodeReading reading, IReadOnlyList<string> names, TokenRange literal, CodeFunction function, int depth)
    {
        foreach (var member in reading.Syntax.Members(literal))
        {
            if (member.Value.IsEmpty || member.Name.Length == 0)
            {
                continue;
            }

            List<string> inner = [.. names.Select(name => $"{name}.{member.Name}")];
            if (depth < DeepestLiteral && reading.Syntax.Members(member.Value).Count > 0)
            {
                Add(reading, inner, member.Value, function, depth + 1);
                continue;
            }

            foreach (var name in inner)
            {
                Add(reading, name, member.Value, function);
            }
        }
    }

    private static void Add(CodeReading reading, string name, TokenRange value, CodeFunction function)
    {
        if (value.Count <= 200 && reading.Value(value, function) is not CodeValue.Unknown and var read)
        {
            reading.Constants.Add(new CodeConstant(name, read, char.IsUpper(name[0]), reading.Syntax.Span(value)));
        }
    }

    /// <summary><c>mustMapEnv(&amp;svc.addr, "SHIPPING_ADDR")</c> gives the field its variable.</summary>
    private static void Filled(CodeReading reading, CodeCall call)
    {
        if (
            reading.Evaluator.Rules is GoValueRules rules
            && rules.Reads.At(call.Open) is { } read
            && call.Positional(0) is { } target
            && reading.Trees.Is(target.Value.First, "&")
            && reading.Evaluator.DottedName(target.Value with { First = target.Value.First + 1 }) is { } path
        )
        {
            CodeValue.Environment value = new(read.Name, null, call.Span);
            reading.Constants.Add(new CodeConstant(path, value, false, call.Span));
            if (
                path.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
                && GoTypes.TypeOf(reading, path[..dot], call.Scope) is { } type
            )
            {
                reading.Constants.Add(new CodeConstant(type + path[dot..], value, false, call.Span));
            }
        }
    }
}
