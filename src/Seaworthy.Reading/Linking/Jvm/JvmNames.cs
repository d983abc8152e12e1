using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>The names and ports under which the applications of the repository are known without any target.</summary>
internal static class JvmNames
{
    private static readonly string[] Keys = ["spring.application.name", "quarkus.application.name", "micronaut.application.name"];

    /// <summary>The components by the names under which they register where others find them.</summary>
    public static ILookup<string, Component> Of(Deployment deployment) =>
        (
            from component in deployment.Components
            where component.Properties.Count > 0
            from property in component.Properties.SelectMany(file => file.All)
            where Keys.Contains(property.Key) && property.Value.Literal is { Length: > 0 }
            select new { Name = property.Value.Literal ?? "", Component = component }
        )
            .Distinct()
            .ToLookup(pair => pair.Name, pair => pair.Component, StringComparer.OrdinalIgnoreCase);

    /// <summary>The ports of their properties, as they are on a developer's machine.</summary>
    public static IEnumerable<ComponentPort> Ports(Deployment deployment) =>
        from component in deployment.Components
        where component.Properties.Count > 0
        let application = JvmApplication.Of(deployment, component)
        where application is { IsServer: true }
        let properties = new JvmProperties(application, null)
        where properties.ExternalBecause is null
        let configured = properties.Find("server.port") ?? properties.Find("quarkus.http.port") ?? properties.Find("micronaut.server.port")
        let port = configured is null ? 8080 : Number(configured.Text)
        where port > 0
        select new ComponentPort(port, component);

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
