using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>Variables read by calls and macros, and members of structs made from them.</summary>
internal sealed class RustEnvironmentKnowledge : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        if (reading.Evaluator.Rules is not RustValueRules rules)
        {
            return;
        }

        foreach (var read in rules.Reads.All)
        {
            CodeValue? fallback = read.Default.IsEmpty ? null : reading.Value(read.Default, read.Call.Scope);
            var demand = read.IsBuildTime ? read.Demand : StartDemand.Of(reading.Syntax, read.Demand, read.Call.First, read.Call.Scope);
            reading.EnvironmentReads.Add(
                new EnvironmentRead(read.Name, fallback, demand, read.Call.Span) { IsBuildTime = read.IsBuildTime }
            );
        }

        AddMembers(reading);
    }

    /// <summary>
    /// <c>fn from_env() -> Config { Config { port: env::var("PORT")… } }</c> gives <c>Config.port</c>, to which <c>config.port</c> leads where the type of <c>config</c> is known.
    /// </summary>
    private static void AddMembers(CodeReading reading)
    {
        foreach (var literal in reading.Syntax.Objects)
        {
            if (literal.Scope is not CodeFunction function)
            {
                continue;
            }

            var type = literal.Type == "Self" ? function.Owner : literal.Type[(literal.Type.LastIndexOf('.') + 1)..];
            foreach (var member in type is null ? [] : reading.Syntax.Members(literal.Value))
            {
                if (member.Value.Count is > 0 and <= 200 && reading.Value(member.Value, function) is not CodeValue.Unknown and var value)
                {
                    reading.Constants.Add(new CodeConstant($"{type}.{member.Name}", value, true, reading.Syntax.Span(member.Value)));
                }
            }
        }
    }
}
