using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Terraform;

namespace Seaworthy.Reading.Linking.Targets.Cloud;

/// <summary>The containers that one resource of Terraform runs.</summary>
/// <remarks>
/// Sources: documentation of the Terraform providers, "aws_ecs_task_definition", "aws_apprunner_service", "google_cloud_run_service", "google_cloud_run_v2_service",
/// "google_cloud_run_v2_job", "azurerm_container_app", "azurerm_linux_web_app"; Cloud Run, "Container runtime contract".
/// </remarks>
internal sealed class TerraformContainers(TerraformEvaluator evaluator)
{
    private const int CloudRunPort = 8080;
    private const string Replaced = "the pipeline deploys its own image, which Terraform keeps (ignore_changes)";

    private static readonly string[] Changing =
    [
        "all",
        "template",
        "container_definitions",
        "task_definition",
        "app_settings",
        "env",
        "source_configuration",
    ];

    public IReadOnlyList<CloudContainer> Of(HclBlock resource, TerraformScope scope)
    {
        var type = resource.Label(0);
        if (!Kinds.Contains(type))
        {
            return [];
        }

        var body = evaluator.Body(resource.Body, resource.Span, scope);
        var found = type switch
        {
            "aws_ecs_task_definition" => EcsContainers.Of(
                body["container_definitions"],
                body["family"]?.Known ?? resource.Label(1),
                new EcsServices(evaluator).Of(resource, scope)
            ),
            "aws_apprunner_service" => AppRunner(body, resource),
            "google_cloud_run_service" => CloudRun(body["template"]?["spec"], resource, "containers"),
            "google_cloud_run_v2_service" => CloudRun(body["template"], resource, "containers"),
            "google_cloud_run_v2_job" => CloudRun(body["template"]?["template"], resource, "containers")
                .Select(job => job with { IsOneShot = true, Ports = [] }),
            "azurerm_container_app" => ContainerApp(body, resource),
            _ => WebApp(body, resource),
        };
        var isReplaced = IsReplaced(resource) || (type == "aws_ecs_task_definition" && EcsServices.IsReplaced(resource, scope));
        return isReplaced ? [.. found.Select(container => container with { MoreVariablesBecause = Replaced })] : [.. found];
    }

    private static HashSet<string> Kinds { get; } =
        new(StringComparer.Ordinal)
        {
            "aws_ecs_task_definition",
            "aws_apprunner_service",
            "google_cloud_run_service",
            "google_cloud_run_v2_service",
            "google_cloud_run_v2_job",
            "azurerm_container_app",
            "azurerm_linux_web_app",
        };

    private static bool IsReplaced(HclBlock resource) =>
        resource
            .Body.Of("lifecycle")
            .Select(lifecycle => lifecycle.Body["ignore_changes"]?.Value)
            .OfType<HclExpression>()
            // ignore_changes = [template[0].containers[0].image] leaves the variables alone.
            .Any(ignored =>
                (ignored as HclExpression.Tuple)?.Items.Any(item => item.Path is [.., var last] && Changing.Contains(last)) ?? true
            );

    private static IEnumerable<CloudContainer> CloudRun(CloudValue? spec, HclBlock resource, string key)
    {
        var containers = (spec?[key]?.Items ?? (Block(spec, key)?.Items ?? [])).OfType<CloudValue.Map>().ToList();
        return containers.Select(container =>
        {
            var stated = container["ports"]?["container_port"];
            // Beside others, only the one with a port takes requests.
            int? port =
                stated is not null ? stated.Number
                : containers.Count == 1 ? CloudRunPort
                : null;
            var span = stated?.Span ?? resource.Span;
            return new CloudContainer(container["name"]?.Known ?? resource.Label(1), container["image"]?.Span ?? resource.Span)
            {
                Owner = resource.Label(1),
                Image = container["image"],
                EntryPoint = container["command"],
                Command = container["args"],
                Variables =
                [
                    .. CloudValues.Named(Block(container, "env")),
                    .. port is { } number
                        ? [new SuppliedVariable("PORT", Resolved.Known($"{number}", span), span, SupplyOrigin.Platform)]
                        : Array.Empty<SuppliedVariable>(),
                ],
                MoreVariablesBecause =
                    Block(container, "env")?.MoreBecause ?? (stated is not null && stated.Number is null ? stated.MoreBecause : null),
                Ports = port is { } sent ? [CloudValues.Binding(sent, "Cloud Run sends requests to", span)] : [],
                Probes =
                [
                    .. new[] { "startup_probe", "liveness_probe" }
                        .Select(kind => CloudValues.Probe(container[kind], $"Cloud Run {kind}", port))
                        .OfType<Probe>(),
                ],
                Sidecars =
                [
                    .. containers.Where(other => !ReferenceEquals(other, container)).Select(other => other["name"]?.Known).OfType<string>(),
                ],
            };
        });
    }

    private static CloudValue? Block(CloudValue? body, string key) =>
        body switch
        {
            CloudValue.Map map => map[key],
            CloudValue.List { Elements: [CloudValue.Map only] } => only[key],
            _ => null,
        };

    private static IEnumerable<CloudContainer> ContainerApp(CloudValue.Map body, HclBlock resource)
    {
        var containers = (body["template"]?["container"]?.Items ?? []).OfType<CloudValue.Map>().ToList();
        var ingress = body["ingress"]?["target_port"];
        return containers.Select(container => new CloudContainer(
            container["name"]?.Known ?? resource.Label(1),
            container["image"]?.Span ?? resource.Span
        )
        {
            Owner = body["name"]?.Known ?? resource.Label(1),
            Image = container["image"],
            EntryPoint = container["command"],
            Command = container["args"],
            Variables = CloudValues.Named(container["env"]),
            MoreVariablesBecause = container["env"]?.MoreBecause,
            Ports =
                containers.Count == 1 && ingress?.Number is { } port
                    ? [CloudValues.Binding(port, "the ingress of the container app forwards to", ingress.Span)]
                    : [],
            Probes =
            [
                .. new[] { "liveness_probe", "readiness_probe", "startup_probe" }.SelectMany(kind =>
                    (container[kind]?.Items ?? []).Select(probe => AzureProbe(probe, kind))
                ),
            ],
            Sidecars =
            [
                .. containers.Where(other => !ReferenceEquals(other, container)).Select(other => other["name"]?.Known).OfType<string>(),
            ],
        });
    }

    private static Probe AzureProbe(CloudValue probe, string kind)
    {
        var isHttp = probe["transport"]?.Known is "HTTP" or "HTTPS";
        return new Probe
        {
            Origin = $"Container Apps {kind}",
            Kind = isHttp ? ProbeKind.Http : ProbeKind.Tcp,
            Span = probe["path"]?.Span ?? probe.Span,
            Port = probe["port"]?.Number,
            Path = isHttp ? (probe["path"] is { } path ? path.Known?.Split('?')[0] : "/") : null,
        };
    }

    private static IEnumerable<CloudContainer> WebApp(CloudValue.Map body, HclBlock resource)
    {
        var site = body["site_config"];
        var stack = site?["application_stack"];
        if ((stack?["docker_image_name"] ?? stack?["docker_image"]) is not { } image)
        {
            return [];
        }

        var settings = body["app_settings"];
        var port = settings?["WEBSITES_PORT"];
        return
        [
            new CloudContainer(resource.Label(1), image.Span)
            {
                Owner = body["name"]?.Known ?? resource.Label(1),
                Image = image,
                Command = null,
                Variables = CloudValues.Keyed(settings),
                MoreVariablesBecause = settings?.MoreBecause,
                Ports = port?.Number is { } number ? [CloudValues.Binding(number, "WEBSITES_PORT sends requests to", port.Span)] : [],
                Probes = site?["health_check_path"] is { Known: { Length: > 0 } path } check
                    ?
                    [
                        new Probe
                        {
                            Origin = "App Service health check",
                            Kind = ProbeKind.Http,
                            Span = check.Span,
                            Port = port?.Number,
                            Path = path.Split('?')[0],
                        },
                    ]
                    : [],
            },
        ];
    }

    private static IEnumerable<CloudContainer> AppRunner(CloudValue.Map body, HclBlock resource)
    {
        var repository = body["source_configuration"]?["image_repository"];
        if (repository?["image_identifier"] is not { } image)
        {
            return [];
        }

        var configuration = repository["image_configuration"];
        var port = configuration?["port"];
        var check = body["health_check_configuration"];
        var number = port is null ? CloudRunPort : port.Number;
        return
        [
            new CloudContainer(body["service_name"]?.Known ?? resource.Label(1), image.Span)
            {
                Owner = resource.Label(1),
                Image = image,
                Variables =
                [
                    .. CloudValues.Keyed(configuration?["runtime_environment_variables"]),
                    .. CloudValues.Keyed(configuration?["runtime_environment_secrets"]),
                ],
                MoreVariablesBecause =
                    configuration?["runtime_environment_variables"]?.MoreBecause
                    ?? configuration?["runtime_environment_secrets"]?.MoreBecause,
                Ports = number is { } sent ? [CloudValues.Binding(sent, "App Runner sends requests to", port?.Span ?? resource.Span)] : [],
                Probes = check?["protocol"]?.Known is "HTTP"
                    ?
                    [
                        new Probe
                        {
                            Origin = "App Runner health check",
                            Kind = ProbeKind.Http,
                            Span = check["path"]?.Span ?? check.Span,
                            Port = number,
                            Path = check["path"] is { } path ? path.Known?.Split('?')[0] : "/",
                        },
                    ]
                    : [],
            },
        ];
    }
}
