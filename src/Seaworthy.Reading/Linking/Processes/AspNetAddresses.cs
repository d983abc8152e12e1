using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Where an ASP.NET Core program listens that opens no socket by code: where its variables say, else where those of its base image say.</summary>
/// <remarks>Source: Microsoft Learn, "Configure endpoints for the ASP.NET Core Kestrel web server"; the images of dotnet/aspnet set <c>ASPNETCORE_HTTP_PORTS=8080</c> from release 8 on, <c>ASPNETCORE_URLS=http://+:80</c> before.</remarks>
internal static class AspNetAddresses
{
    private static readonly IReadOnlyList<string> Addresses = ["ASPNETCORE_URLS", "DOTNET_URLS", "URLS"];

    private static readonly IReadOnlyList<string> PortLists =
    [
        "ASPNETCORE_HTTP_PORTS",
        "DOTNET_HTTP_PORTS",
        "HTTP_PORTS",
        "ASPNETCORE_HTTPS_PORTS",
        "DOTNET_HTTPS_PORTS",
        "HTTPS_PORTS",
    ];

    /// <summary>One of the variables that say where such a program listens.</summary>
    public static bool Say(string variable) => Addresses.Contains(variable) || PortLists.Contains(variable);

    public static bool Apply(RunningCode running) =>
        running.Project is { Sdk.Value: "Microsoft.NET.Sdk.Web" }
        && running.Files.SelectMany(file => file.Listeners).All(listener => listener.Protocol is "metrics" or "tcp");

    public static ListeningPorts Of(Deployment deployment, Workload workload, DotNetProject project)
    {
        if (workload.SuppliesMoreBecause is { } more)
        {
            return ListeningPorts.Unknown(more);
        }

        if (Elsewhere(deployment, workload, project) is { } elsewhere)
        {
            return ListeningPorts.Unknown(elsewhere);
        }

        var given = Given(workload, Addresses);
        given = given.Count > 0 ? given : Given(workload, PortLists);
        if (given.Count > 0)
        {
            return given.Find(variable => !variable.Value.IsKnown) is { } unknown
                ? ListeningPorts.Unknown($"{unknown.Name} is unknown")
                : new ListeningPorts([.. given.SelectMany(Ports).DistinctBy(port => port.Port)], null);
        }

        return
            workload.Image is { } image
            && image.Final.PublicBase?.Ports is [{ Variable: { } variable } usual]
            && variable.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
            ? new ListeningPorts(
                [new ListeningPort(usual.Number, null, [workload.Start?.Span ?? workload.Span, From(image)]) { IsInferred = true }],
                null
            )
            : ListeningPorts.Unknown("nothing sets its address");
    }

    /// <summary>Kestrel's own configuration, and options of the command, are not read.</summary>
    private static string? Elsewhere(Deployment deployment, Workload workload, DotNetProject project)
    {
        if (workload.Start?.Commands.Any(command => command.Words.Any(word => word.Raw.StartsWith("--", StringComparison.Ordinal))) == true)
        {
            return "its command has its own options";
        }

        // ASPNETCORE_URLS=http://0.0.0.0:${PORT:-5000} dotnet Shop.dll
        if (
            workload.Start?.Commands.SelectMany(command => command.Assignments).FirstOrDefault(assignment => Say(assignment.Name)) is
            { } assigned
        )
        {
            return $"its command sets {assigned.Name}";
        }

        if (
            workload.Supplied.FirstOrDefault(variable => IsAddress(variable.Name.Replace("__", ":", StringComparison.Ordinal))) is { } given
        )
        {
            return $"{given.Name} sets addresses";
        }

        return
            deployment
                .Of<AppSettings>()
                .Where(settings => RepositoryPath.Parent(settings.File.Path) == project.File.Directory)
                .SelectMany(settings => settings.Settings)
                .FirstOrDefault(setting => IsAddress(setting.Key))
                is { } configured
            ? $"{configured.KeySpan} sets addresses"
            : null;
    }

    private static bool IsAddress(string key) =>
        key.StartsWith("Kestrel:", StringComparison.OrdinalIgnoreCase)
        || key.Equals("http_ports", StringComparison.OrdinalIgnoreCase) && key != "HTTP_PORTS"
        || key.Equals("urls", StringComparison.OrdinalIgnoreCase) && key != "URLS";

    private static List<SuppliedVariable> Given(Workload workload, IReadOnlyList<string> names) =>
        [
            .. names
                .Select(name => workload.Supplied.LastOrDefault(variable => variable.Name == name))
                .OfType<SuppliedVariable>()
                .Where(variable => variable.Value.Text is not ""),
        ];

    private static IEnumerable<ListeningPort> Ports(SuppliedVariable variable) =>
        from address in variable.Value.Text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []
        let port = ServerCommand.PortOf(address) ?? DefaultPort(address)
        where port is not null
        select new ListeningPort(port.Value, Host(address), [variable.Span, .. variable.Value.Chain]);

    private static int? DefaultPort(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 80
        : address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 443
        : null;

    private static string? Host(string address) => ServerCommand.HostOf(address) is { } host and not ("+" or "*") ? host : null;

    private static Model.Source.SourceSpan From(Image image) => image.Final.Declared.Down.Last().Span;
}
