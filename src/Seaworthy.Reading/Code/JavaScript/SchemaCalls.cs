using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Programs that change the tables of their database when they start: <c>sync({ alter: true })</c> of Sequelize, <c>synchronize: true</c> of TypeORM.</summary>
/// <remarks>Sources: Sequelize documentation, "Model Basics", "Model synchronization"; TypeORM documentation, "Data Source Options".</remarks>
internal sealed class SchemaCalls : FrameworkKnowledge
{
    private static readonly string[] DatabaseNames = ["sequelize", "db", "database", "connection", "conn"];

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls.Where(call => call.Name == "sync" && IsOfSequelize(reading, call)))
        {
            ReadSync(reading, call);
        }

        if (reading.Imported("typeorm", "@nestjs/typeorm"))
        {
            ReadOptions(reading);
        }
    }

    private static bool IsOfSequelize(CodeReading reading, CodeCall call) =>
        reading.Imported("sequelize", "sequelize-typescript")
        || Array.Exists(DatabaseNames, name => call.Owner.EndsWith(name, StringComparison.OrdinalIgnoreCase));

    private static void ReadSync(CodeReading reading, CodeCall call)
    {
        if (call.Positional(0) is not { } options || !Conditions.AlwaysRuns(reading, call.First))
        {
            return;
        }

        foreach (var option in reading.Syntax.Members(options.Value))
        {
            var setting = option.Name switch
            {
                "force" => FrameworkSetting.SchemaDropped,
                "alter" => FrameworkSetting.SchemaChanged,
                _ => null,
            };
            if (setting is not null && IsTrue(reading, option.Value))
            {
                Add(reading, setting, $"sync({{ {option.Name}: true }})", call.Span);
            }
        }
    }

    /// <summary>The options of a data source stand in a call, in a constant or in what a factory returns: they are known by their names.</summary>
    private static void ReadOptions(CodeReading reading)
    {
        for (var at = 0; at < reading.Trees.Count; at++)
        {
            var setting =
                reading.Trees.Is(at, "synchronize") ? FrameworkSetting.SchemaChanged
                : reading.Trees.Is(at, "dropSchema") ? FrameworkSetting.SchemaDropped
                : null;
            if (
                setting is not null
                && reading.Trees.Is(at + 1, ":")
                && reading.Trees.Is(at + 2, "true")
                && (reading.Trees.Is(at + 3, ",") || reading.Trees.IsClose(at + 3, Brackets.Brace))
                && Conditions.AlwaysRuns(reading, at)
            )
            {
                Add(reading, setting, $"{reading.Trees.Text(at)}: true", reading.Trees.Span(new TokenRange(at, at + 3)));
            }
        }
    }

    private static bool IsTrue(CodeReading reading, TokenRange value) => value.Count == 1 && reading.Trees.Is(value.First, "true");

    private static void Add(CodeReading reading, string setting, string statement, SourceSpan span) =>
        reading.Settings.Add(new FrameworkSetting(setting, new CodeValue.Literal(statement, span), span));
}
