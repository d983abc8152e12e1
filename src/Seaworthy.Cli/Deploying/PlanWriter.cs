using System.Text.Json;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary>A plan, each step with its commands and how it is undone.</summary>
internal static class PlanWriter
{
    public static void Write(PreparedDeploy prepared, TextWriter output) =>
        Write(
            prepared.Plan,
            prepared.Input.Project.Name,
            prepared.Input.Project.Services.Where(service => service.Build is not null).Select(service => service.Name),
            output
        );

    /// <param name="plan">What is written.</param>
    /// <param name="project">Its name.</param>
    /// <param name="built">Services whose images are built before.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(DeployPlan plan, string project, IEnumerable<string> built, TextWriter output)
    {
        output.WriteLine($"Release {plan.Release} of {project}");
        foreach (var service in built)
        {
            output.WriteLine($"\nbuild/{service}\n  Build {service}");
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
        WriteJson(prepared.Plan, prepared.Input.Project.Name, host.IsHere ? null : host.Name);

    /// <param name="plan">What is written.</param>
    /// <param name="project">Its name.</param>
    /// <param name="host">Where it is deployed; null for this machine.</param>
    public static void WriteJson(DeployPlan plan, string project, string? host) =>
        StandardOutput.WriteJson(stream =>
        {
            using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartObject();
            if (host is not null)
            {
                json.WriteString("host", host);
            }

            json.WriteString("project", project);
            json.WriteNumber("release", plan.Release);
            Texts(json, "unchanged", plan.Unchanged);
            json.WriteStartArray("steps");
            foreach (var step in plan.Steps)
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
