using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>Variables read by calls and by struct tags.</summary>
internal sealed class GoEnvironmentKnowledge : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        if (reading.Evaluator.Rules is not GoValueRules rules)
        {
            return;
        }

        foreach (var read in rules.Reads.All)
        {
            CodeValue? fallback = read.Default.IsEmpty ? null : reading.Value(read.Default, read.Call.Scope);
            var demand = StartDemand.Of(reading.Syntax, read.Demand, read.Call.First, read.Call.Scope);
            reading.EnvironmentReads.Add(new EnvironmentRead(read.Name, fallback, demand, read.Call.Span) { Aliases = read.Before });
        }

        foreach (var tag in GoEnvironmentTag.In(reading))
        {
            reading.EnvironmentReads.Add(
                new EnvironmentRead(tag.Variable, tag.Default, tag.Demand, tag.Field.Span)
                {
                    Schema = tag.Schema,
                    Expected = Expected(reading, tag),
                    Aliases = tag.Alias is { } alias ? [alias] : [],
                }
            );
            reading.Constants.Add(
                new CodeConstant(
                    $"{tag.Owner.Name}.{tag.Field.Name}",
                    new CodeValue.Environment(tag.Variable, tag.Default, tag.Field.Span),
                    tag.Owner.IsExported,
                    tag.Field.Span
                )
            );
        }
    }

    private static ExpectedValue? Expected(CodeReading reading, GoEnvironmentTag tag) =>
        tag.Field.Type.Count == 1
            ? reading.Trees.Text(tag.Field.Type.First) switch
            {
                "bool" => new ExpectedValue(ExpectedKind.Boolean, tag.Schema),
                "int" or "int8" or "int16" or "int32" or "int64" or "uint" or "uint8" or "uint16" or "uint32" or "uint64" =>
                    new ExpectedValue(ExpectedKind.Integer, tag.Schema),
                "float32" or "float64" => new ExpectedValue(ExpectedKind.Number, tag.Schema),
                _ => null,
            }
            : null;
}
