using System.Globalization;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>On which ports an application on the JVM listens: its properties tell, else 8080.</summary>
/// <remarks>Sources: Spring Boot reference, "Common Application Properties", <c>server.port</c> and <c>management.server.port</c>; Quarkus, <c>quarkus.http.port</c>; Micronaut, <c>micronaut.server.port</c>.</remarks>
internal static class JvmPorts
{
    private const int Usual = 8080;

    // Open a port of their own, of which little is known here.
    private static readonly string[] OtherServers =
    [
        "grpc",
        "socketio",
        "socket-io",
        "rsocket",
        "thrift",
        "dubbo",
        "vertx",
        "netty-all",
        "hazelcast",
        "ignite",
        "artemis",
        "mina",
        "rmi",
        "akka",
        "sentinel",
        "xxl-job",
        "seata",
        "spring-boot-admin-server-cloud",
        "californium",
        "moquette",
    ];

    public static ListeningPorts Of(Workload workload, JvmStart started, string? unknown)
    {
        if (started.Application is not { } application)
        {
            return ListeningPorts.Unknown("it is unknown which of its applications starts");
        }

        if (!application.IsServer)
        {
            return ListeningPorts.Unknown("nothing shows that it serves HTTP");
        }

        if (application.Setting("jvm.port") is { } set)
        {
            return ListeningPorts.Unknown($"{set.Span} sets its port");
        }

        JvmProperties properties = new(application, workload);
        var doubt = properties.ExternalBecause ?? properties.Profiles.UnknownBecause;
        var port = Port(application, workload, properties);
        if (doubt is not null && (port is null || properties.Given(KeyOf(application.Framework)) is null) || port is { Text: null })
        {
            return ListeningPorts.Unknown(doubt ?? port?.UnknownBecause ?? "its port is computed");
        }

        List<ListeningPort> ports = [.. Listening(port, Usual, application, workload)];
        ports.AddRange(Others(application, workload, properties));
        return ports.Count == 0
            ? ListeningPorts.Unknown("it uses a random free port")
            : new([.. ports.DistinctBy(listening => listening.Port)], unknown ?? workload.SuppliesMoreBecause ?? More(application));
    }

    private static string KeyOf(JvmFramework framework) =>
        framework switch
        {
            JvmFramework.Quarkus => "quarkus.http.port",
            JvmFramework.Micronaut => "micronaut.server.port",
            _ => "server.port",
        };

    private static Resolved? Port(JvmApplication application, Workload workload, JvmProperties properties)
    {
        var key = KeyOf(application.Framework);
        return JvmSettings.Computed(workload, key) is { } computed ? Resolved.Unknown($"{computed} is computed") : properties.Find(key);
    }

    private static IEnumerable<ListeningPort> Listening(Resolved? configured, int usual, JvmApplication application, Workload workload)
    {
        if (configured is null)
        {
            yield return new ListeningPort(usual, null, [application.Setting("jvm.main")?.Span ?? workload.Start?.Span ?? workload.Span])
            {
                IsInferred = true,
            };
        }
        else if (
            int.TryParse(configured.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536
        )
        {
            yield return new ListeningPort(number, null, configured.Chain);
        }
    }

    /// <summary>The port for operators, and others that properties name.</summary>
    private static IEnumerable<ListeningPort> Others(JvmApplication application, Workload workload, JvmProperties properties)
    {
        string[] keys = application.Framework switch
        {
            JvmFramework.Spring =>
            [
                "management.server.port",
                "management.port",
                "grpc.server.port",
                "spring.grpc.server.port",
                "spring.rsocket.server.port",
            ],
            JvmFramework.Quarkus => ["quarkus.http.ssl-port", "quarkus.management.port", "quarkus.grpc.server.port"],
            _ => ["micronaut.ssl.port", "endpoints.all.port", "grpc.server.port"],
        };
        return keys.Select(properties.Find)
            .Where(found => found is { Text: not null })
            .SelectMany(found => Listening(found, 0, application, workload))
            .Where(listening => listening.Port > 0);
    }

    private static string? More(JvmApplication application) =>
        Array.Find(OtherServers, application.Dependencies.Mentions) is { } server ? $"{server} may open its own port" : null;
}
