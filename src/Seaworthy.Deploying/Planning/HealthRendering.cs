using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Planning;

/// <summary>How it is asked whether a service is well.</summary>
internal static partial class HealthRendering
{
    public static HealthDefinition? Of(ComposeHealthcheck? check, VariableFilling filling) =>
        check is null
            ? null
            : new HealthDefinition(Command(check, filling))
            {
                Interval = filling.Text(check.Interval?.Text),
                Timeout = filling.Text(check.Timeout?.Text),
                StartPeriod = filling.Text(check.StartPeriod?.Text),
                Retries = filling.Text(check.Retries),
                IsDisabled = check.IsDisabled,
            };

    /// <summary>A route of the program that is there to be asked.</summary>
    public static string? PathOf(Workload workload) =>
        workload
            .Components.SelectMany(component => component.Routes)
            .Where(route => route.Method is "GET" or "*" && Health().IsMatch(route.Path.Text))
            .Select(route => route.Path.Text)
            .OrderBy(path => path.Length)
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>Whether the image brings a check. A public image that is known has none: Docker's official images leave it to the one who runs them.</summary>
    /// <remarks>Source: docker-library/faq, "Healthcheck".</remarks>
    public static bool? ImageHasCheck(Workload workload) =>
        workload.Image is not { } image ? (workload.Public is null ? null : false)
        : image.Final.Declared.Down.Select(stage => stage.Healthcheck).FirstOrDefault(check => check is not null) is { } check
            ? check.Command is not null
        : image.Final.PublicBase is null ? null
        : false;

    /// <summary>The engine's command line takes a text for the container's shell alone.</summary>
    private static string? Command(ComposeHealthcheck check, VariableFilling filling) =>
        check.Test is not { } test ? null
        : check.Kind == HealthTestKind.Exec ? string.Join(' ', test.Words.Select(word => Quoted(filling.Fill(word) ?? "")))
        : filling.Text(test.Words is [var text] ? text : null) ?? test.Raw;

    private static string Quoted(string word) => Plain().IsMatch(word) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[A-Za-z0-9_./:=@%+,-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();

    [GeneratedRegex("^/([a-z]+/)?(health|healthz|healthcheck|ready|readyz|live|livez|ping|status)/?$", RegexOptions.NonBacktracking)]
    private static partial Regex Health();
}
