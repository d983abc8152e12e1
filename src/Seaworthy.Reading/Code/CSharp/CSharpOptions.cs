using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.CSharp;

/// <summary>Sections of the configuration bound to classes: <c>Configure&lt;Jwt&gt;(configuration.GetSection("Jwt"))</c>, <c>GetSection("Jwt").Get&lt;Jwt&gt;()</c>, <c>GetOptions&lt;Jwt&gt;("Jwt")</c>.</summary>
/// <remarks>Source: Microsoft Learn, "Options pattern in ASP.NET Core".</remarks>
internal sealed class CSharpOptions : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (SectionOf(reading, call) is { } section)
            {
                reading.Settings.Add(new FrameworkSetting("configuration.section", new CodeValue.Literal(section, call.Span), call.Span));
                Bind(reading, call, section);
            }
        }
    }

    /// <summary>The section that a call binds; null when it binds none.</summary>
    public static string? SectionOf(CodeReading reading, CodeCall call)
    {
        if (call.Name is "GetSection" or "GetRequiredSection")
        {
            return
                reading.Evaluator.Rules is CSharpValueRules rules
                && rules.Reads.At(call.Open) is null
                && call.Receiver is null
                && rules.Reads.IsConfiguration(call.Owner)
                ? reading.Literal(call.Positional(0), call.Scope)
                : null;
        }

        return call.Name is "GetOptions" or "BindConfiguration" && call.Arguments.Count > 0
            ? reading.Literal(call.Arguments[^1], call.Scope)
            : null;
    }

    /// <summary>Properties of the class that is bound, when this file declares it.</summary>
    private static void Bind(CodeReading reading, CodeCall call, string section)
    {
        if (TypeOf(reading, call) is not { } type || (reading.Evaluator.Rules as CSharpValueRules)?.Class(type) is not { } options)
        {
            return;
        }

        foreach (var field in options.Fields)
        {
            var key = $"{section}:{field.Name}";
            CodeValue? fallback =
                field.Default.IsEmpty || reading.Trees.Is(field.Default.First, "default") || reading.Trees.Is(field.Default.First, "null")
                    ? null
                    : reading.Value(field.Default);
            reading.EnvironmentReads.Add(
                new EnvironmentRead(CSharpReads.Variable(key), fallback, Demand.Optional, field.Span)
                {
                    Schema = "IConfiguration",
                    IgnoresCase = true,
                    Aliases = [key],
                }
            );
        }
    }

    /// <summary>The type argument of the call, of the one it is an argument of, or of the one behind it.</summary>
    private static string? TypeOf(CodeReading reading, CodeCall call)
    {
        if (!call.TypeArguments.IsEmpty)
        {
            return reading.Trees.Text(call.TypeArguments.End - 1);
        }

        var around = reading.Trees.Parent(call.First) is var open and >= 0 ? reading.Syntax.CallAt(open) : null;
        if (around is { TypeArguments.IsEmpty: false })
        {
            return reading.Trees.Text(around.TypeArguments.End - 1);
        }

        return reading.Trees.Is(call.End, ".") && reading.Trees.Is(call.End + 2, "<") ? reading.Trees.Text(call.End + 3) : null;
    }
}
