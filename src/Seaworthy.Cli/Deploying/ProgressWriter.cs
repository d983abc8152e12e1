using System.Globalization;
using System.Text.Json;
using Seaworthy.Cli.Terminal;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Engine.Reporting;
using Spectre.Console;

namespace Seaworthy.Cli.Deploying;

/// <summary>What happens during a deployment, a line each: for people, or as JSON for programs.</summary>
internal sealed class ProgressWriter(bool isJson, IHost host)
{
    private readonly IAnsiConsole console = TerminalConsole.Create();

    public void Write(DeployProgress progress)
    {
        if (isJson)
        {
            WriteJson(progress);
        }
        else if (progress.Step is { } step)
        {
            WriteStep(progress, step);
        }
        else
        {
            Line(progress.What is LedgerEvent.Finished ? "green" : "yellow", progress.Text + ".");
        }
    }

    private void WriteStep(DeployProgress progress, string step)
    {
        switch (progress.What)
        {
            case LedgerEvent.StepBegun:
                Line("dim", $"   {step, -20} {progress.Text}");
                break;
            case LedgerEvent.StepDone when progress.Milliseconds is { } took:
                Line("green", $" ✓ {step, -20} {ShortTime.Text(TimeSpan.FromMilliseconds(took))}");
                break;
            case LedgerEvent.StepFailed:
                Line("red", progress.Text.StartsWith("  | ", StringComparison.Ordinal) ? progress.Text : $" ✗ {step, -20} {progress.Text}");
                break;
            case LedgerEvent.UndoBegun or LedgerEvent.UndoFailed:
                Line(progress.What == LedgerEvent.UndoFailed ? "red" : "yellow", $" ↶ {step, -20} {progress.Text}");
                break;
            default:
                break;
        }
    }

    private void Line(string style, string text) => console.MarkupLine($"[{style}]{Markup.Escape(Quote.Text(text))}[/]");

    private void WriteJson(DeployProgress progress) =>
        StandardOutput.WriteJson(stream =>
        {
            using Utf8JsonWriter json = new(stream);
            json.WriteStartObject();
            if (!host.IsHere)
            {
                json.WriteString("host", host.Name);
            }

            json.WriteString("event", progress.What.ToString());
            if (progress.Step is { } step)
            {
                json.WriteString("step", step);
            }

            json.WriteString("text", progress.Text);
            if (progress.Milliseconds is { } took)
            {
                json.WriteNumber("milliseconds", took);
            }

            json.WriteEndObject();
        });

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
