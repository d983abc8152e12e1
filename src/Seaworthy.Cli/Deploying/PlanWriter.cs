using System.Text.Json;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary>A plan, each step with its commands and how it is undone.</summary>
internal static class PlanWriter
{
    public static void Write(PreparedDeploy prepared, TextWriter output)
    {
        var plan = prepared.Plan;
        output.WriteLine($"Release {plan.Release} of {prepared.Input.Project.Name}");
        foreach (var service in prepared.Input.Project.Services.Where(service => service.Build is not null))
        {
            output.WriteLine($"\nbuild/{service.Name}\n  Build {service.Name}");
        }

        foreach (var step in plan.Steps)
        {
            output.WriteLine($"\n{step.Id}\n  {Quote.Text(step.What)}");
            foreach (var command in step.Commands)
            {
                output.WriteLine($"    {Quote.Text(command)}");
            }

            if (step.DoneWhen.Length > 0)
            {
                output.WriteLine($"  Done when {Quote.Text(step.DoneWhen)}.");
            }

            if (step.Undo.Length > 0)
            {
                output.WriteLine($"  To undo: {Quote.Text(step.Undo)}");
                foreach (var command in step.UndoCommands)
                {
                    output.WriteLine($"    {Quote.Text(command)}");
                }
            }
        }

        output.WriteLine();
        foreach (var service in plan.Unchanged)
        {
            output.WriteLine($"{service} runs as it is declared, and is left alone.");
        }

        foreach (var container in plan.Orphans)
        {
            output.WriteLine($"{container} belongs to no service any more: stop it when nobody needs it.");
        }
    }

    public static void WriteJson(PreparedDeploy prepared, IHost host) =>
        StandardOutput.WriteJson(stream =>
        {
            using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartObject();
            if (!host.IsHere)
            {
                json.WriteString("host", host.Name);
            }

            json.WriteString("project", prepared.Input.Project.Name);
            json.WriteNumber("release", prepared.Plan.Release);
            Texts(json, "unchanged", prepared.Plan.Unchanged);
            json.WriteStartArray("steps");
            foreach (var step in prepared.Plan.Steps)
            {
                json.WriteStartObject();
                json.WriteString("id", step.Id);
                json.WriteString("kind", step.Kind.ToString());
                json.WriteString("what", step.What);
                json.WriteString("doneWhen", step.DoneWhen);
                json.WriteString("undo", step.Undo);
                Texts(json, "commands", step.Commands);
                Texts(json, "undoCommands", step.UndoCommands);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
