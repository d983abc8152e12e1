using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Kubernetes;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Kubernetes;

public sealed class KubernetesManifestReaderTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: backend
          namespace: shop
          labels: {app: backend}
        spec:
          replicas: 3
          selector:
            matchLabels:
              app: backend
          strategy:
            type: RollingUpdate
            rollingUpdate: {maxUnavailable: 0, maxSurge: 25%}
          template:
            metadata:
              labels:
                app: backend
            spec:
              serviceAccountName: backend-sa
              securityContext: {runAsUser: 1000, runAsNonRoot: true}
              imagePullSecrets:
                - name: registry
              initContainers:
                - name: migrate
                  image: shop/api:1.2
                  command: ["sh", "-c"]
                  args:
                    - |
                      echo $$HOME
                      alembic upgrade head --url=$(DATABASE_URL)
              containers:
                - name: api
                  image: shop/api:1.2
                  imagePullPolicy: Always
                  command: ["uvicorn", "main:app", "--port", "$(PORT)"]
                  ports:
                    - name: http
                      containerPort: 8000
                  env:
                    - name: DATABASE_URL
                      value: "postgres://app:$(DB_PASSWORD)@db:5432/app"
                    - name: DB_PASSWORD
                      valueFrom:
                        secretKeyRef:
                          name: backend
                          key: db-password
                          optional: true
                    - name: POD_IP
                      valueFrom: {fieldRef: {fieldPath: status.podIP}}
                  envFrom:
                    - prefix: CFG_
                      configMapRef:
                        name: backend-config
                  volumeMounts:
                    - {name: data, mountPath: /data, subPath: x, readOnly: true}
                  readinessProbe:
                    httpGet: {path: /ready, port: http}
                    periodSeconds: 5
                  livenessProbe:
                    exec:
                      command: [sh, -ec, "curl -f localhost:8000/health"]
                  resources:
                    requests: {cpu: 100m}
                    limits: {memory: 1Gi}
                  securityContext:
                    readOnlyRootFilesystem: true
                    capabilities: {drop: [ALL]}
              volumes:
                - name: data
                  persistentVolumeClaim: {claimName: data}
                - name: conf
                  configMap:
                    name: nginx
                    items: [{key: nginx.conf, path: default.conf}]
                - name: all
                  projected:
                    sources:
                      - secret: {name: tls}
                      - configMap: {name: ca, optional: true}
        """;

    private static KubernetesManifest? Read(string text, string path = "k8s/a.yaml") =>
        (KubernetesManifest?)new KubernetesManifestReader().Read(new FileSyntax(new SourceFile(path, text)));

    private static T Only<T>(string text)
        where T : KubernetesObject => Assert.IsType<T>(Assert.Single(Assert.IsType<KubernetesManifest>(Read(text)).Objects));

    private static KubernetesContainer Container =>
        Assert.Single(Assert.IsType<PodTemplate>(Only<KubernetesWorkload>(Deployment).Pod).Containers);

    [Fact]
    public void A_workload_has_its_metadata_selector_and_strategy()
    {
        var workload = Only<KubernetesWorkload>(Deployment);

        Assert.Equal(("backend", "shop", 3), (workload.Name?.Value, workload.Namespace?.Value, workload.Replicas?.Value));
        Assert.Equal((4, 9), (workload.Name?.Span.StartLine, workload.Name?.Span.StartColumn));
        Assert.True(workload.Selector?.Matches(workload.Pod?.Labels ?? []));
        Assert.Equal(("RollingUpdate", "25%"), (workload.Strategy?.Value, workload.MaxSurge?.Value));
        Assert.Equal(("backend-sa", "registry"), (workload.Pod?.ServiceAccountName?.Value, workload.Pod?.ImagePullSecrets[0].Value));
        Assert.Equal((1000, true), (workload.Pod?.Security?.RunAsUser?.Value, workload.Pod?.Security?.RunAsNonRoot?.Value));
    }

    [Fact]
    public void Variables_keep_their_order_references_and_holes()
    {
        var variables = Container.Variables;

        Assert.Equal(["DATABASE_URL", "DB_PASSWORD", "POD_IP"], variables.Select(variable => variable.Name.Value));
        var hole = Assert.Single(variables[0].Value?.Variables ?? []);
        Assert.Equal(("DB_PASSWORD", "$(DB_PASSWORD)"), (hole.Variable, hole.Span?.Text));
        var from = Assert.IsType<KeyReference>(variables[1].From);
        Assert.Equal(
            (KeyHolder.Secret, "backend", "db-password", true),
            (from.Holder, from.Name.Value, from.Key?.Span.Text, from.IsOptional)
        );
        Assert.Equal("status.podIP", variables[2].FieldPath?.Value);
        var source = Assert.Single(Container.EnvFrom);
        Assert.Equal(
            (KeyHolder.ConfigMap, "backend-config", "CFG_"),
            (source.Source.Holder, source.Source.Name.Value, source.Prefix?.Value)
        );
    }

    [Fact]
    public void Commands_without_a_shell_are_one_command_and_those_with_one_are_read()
    {
        Assert.Equal(["uvicorn", "main:app", "--port", null], Assert.Single(Container.Commands).Words.Select(word => word.Literal));

        var migrate = Assert.Single(Only<KubernetesWorkload>(Deployment).Pod?.InitContainers ?? []);
        Assert.Equal(["echo", "alembic"], migrate.Commands.Select(command => command.Program));
        Assert.Equal("alembic upgrade head --url=$(DATABASE_URL)", migrate.Commands[1].Span.Text);
        Assert.Equal("DATABASE_URL", migrate.Commands[1].Words[^1].Parts[^1].Text);
        Assert.Equal("HOME", migrate.Commands[0].Words[1].Parts[0].Text);
    }

    [Fact]
    public void Probes_ports_mounts_and_resources_are_read()
    {
        var container = Container;

        Assert.Equal(
            (KubernetesProbeKind.Http, "/ready", "http", 5),
            (
                container.Readiness?.Kind,
                container.Readiness?.Path?.Value,
                container.Readiness?.Port?.Value,
                container.Readiness?.PeriodSeconds?.Value
            )
        );
        Assert.StartsWith("readinessProbe:", container.Readiness?.Span.Text, StringComparison.Ordinal);
        Assert.Equal("curl", Assert.Single(container.Liveness?.Commands ?? []).Program);
        Assert.Equal(
            (8000, "http", "TCP"),
            (container.Ports[0].Number?.Value, container.Ports[0].Name?.Value, container.Ports[0].Protocol)
        );
        Assert.Equal(
            ("data", "/data", "x", true),
            (
                container.Mounts[0].Name.Value,
                container.Mounts[0].MountPath?.Value,
                container.Mounts[0].SubPath?.Value,
                container.Mounts[0].IsReadOnly
            )
        );
        Assert.Equal(("cpu", "1Gi"), (container.Requests[0].Key, container.Limits[0].Value?.Value));
    }

    [Fact]
    public void Volumes_say_which_keys_and_claims_they_need()
    {
        var volumes = Only<KubernetesWorkload>(Deployment).Pod?.Volumes ?? [];

        Assert.Equal(["persistentVolumeClaim", "configMap", "projected"], volumes.Select(volume => volume.Kind?.Value));
        Assert.Equal("data", volumes[0].ClaimName?.Value);
        Assert.Equal(("nginx.conf", "default.conf"), (volumes[1].Keys[0].Items[0].Key.Value, volumes[1].Keys[0].Items[0].Path?.Value));
        Assert.Equal(
            [(KeyHolder.Secret, "tls", false), (KeyHolder.ConfigMap, "ca", true)],
            volumes[2].Keys.Select(keys => (keys.Source.Holder, keys.Source.Name.Value, keys.Source.IsOptional))
        );
    }

    [Fact]
    public void A_cron_job_holds_its_pod_one_floor_deeper()
    {
        var job = Only<KubernetesWorkload>(
            "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: backup}\nspec:\n  schedule: '0 3 * * *'\n  jobTemplate:\n    spec:\n      backoffLimit: 2\n      template:\n        spec:\n          containers: [{name: b, image: x}]\n"
        );

        Assert.Equal(("0 3 * * *", "x", true), (job.Schedule?.Value, job.Pod?.Containers[0].Image?.Value, job.IsOneShot));
    }

    [Fact]
    public void A_service_has_its_ports_by_number_and_name()
    {
        var service = Only<KubernetesService>(
            "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n  clusterIP: None\n  selector: {app: backend}\n  ports:\n  - {name: web, port: 80, targetPort: http, nodePort: 30080}\n  - port: 53\n    protocol: UDP\n"
        );

        Assert.True(service.IsHeadless);
        Assert.Equal(
            (80, "http", 30080, "web"),
            (
                service.Ports[0].Port?.Value,
                service.Ports[0].TargetPort?.Value,
                service.Ports[0].NodePort?.Value,
                service.Ports[0].Name?.Value
            )
        );
        Assert.Equal((53, null, "UDP"), (service.Ports[1].Port?.Value, service.Ports[1].TargetPort?.Value, service.Ports[1].Protocol));
    }

    [Theory]
    [InlineData("networking.k8s.io/v1", "backend: {service: {name: api, port: {number: 80}}}")]
    [InlineData("networking.k8s.io/v1", "backend: {service: {name: api, port: {name: '80'}}}")]
    [InlineData("networking.k8s.io/v1beta1", "backend: {serviceName: api, servicePort: 80}")]
    public void An_ingress_is_read_in_both_forms(string version, string backend)
    {
        var ingress = Only<Ingress>(
            $"apiVersion: {version}\nkind: Ingress\nmetadata:\n  name: i\n  annotations: {{kubernetes.io/ingress.class: nginx}}\nspec:\n  tls: [{{hosts: [a.example], secretName: tls}}]\n  rules:\n  - host: a.example\n    http:\n      paths:\n      - path: /api\n        pathType: Prefix\n        {backend}\n"
        );

        var path = Assert.Single(Assert.Single(ingress.Rules).Paths);
        Assert.Equal(("/api", "api", "80"), (path.Path?.Value, path.Backend?.Service.Span.Text, path.Backend?.Port?.Value));
        Assert.Equal(
            ("a.example", "tls", "nginx"),
            (ingress.Rules[0].Host?.Value, ingress.Tls[0].SecretName?.Value, ingress.ClassName?.Value)
        );
    }

    [Fact]
    public void Config_maps_hold_files_with_the_place_of_every_character()
    {
        var map = Only<ConfigMap>(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  A: \"1\"\n  nginx.conf: |\n    server {\n      listen 80;\n    }\nbinaryData: {b.bin: AA==}\n"
        );

        Assert.Equal(["A", "nginx.conf", "b.bin"], map.Keys);
        Assert.Null(map.Data[0].Text);
        var text = Assert.IsType<MappedText>(map.Data[1].Text);
        Assert.Equal("listen 80;", text.Span(text.Text.IndexOf("listen", StringComparison.Ordinal), 10).Text);
    }

    [Theory]
    [InlineData(
        "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: e}\nspec: {target: {name: s}, data: [{secretKey: k}], dataFrom: [{extract: {key: x}}]}",
        true
    )]
    [InlineData("apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: s}\nspec: {encryptedData: {k: AgB}}", false)]
    public void Controllers_make_secrets_with_these_keys(string text, bool more)
    {
        var source = Only<SecretSource>(text);

        Assert.Equal(("s", "k", more), (source.SecretName?.Value, source.Keys[0].Value, source.HasMoreKeys));
    }

    [Fact]
    public void Documents_and_lists_give_objects_in_order()
    {
        var manifest = Read(
            "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n---\napiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: {name: b}\n  stringData: {K: v}\n- {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: c}, spec: {minAvailable: 50%}}\n"
        );

        Assert.Equal(["a", "b", "c"], manifest?.Objects.Select(found => found.Name?.Value));
        Assert.Equal(["K"], Assert.IsType<KubernetesSecret>(manifest?.Objects[1]).Keys);
        Assert.IsType<PodDisruptionBudget>(manifest?.Objects[2]);
    }

    [Fact]
    public void Other_kinds_are_objects_without_more()
    {
        var crd = Only<KubernetesObject>(
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: x}\nspec: {names: {kind: Deployment}}\n"
        );

        Assert.Equal("apiextensions.k8s.io", crd.Group);
    }

    [Theory]
    [InlineData("openapi: 3.0.0\ninfo: {title: x}\npaths: {}\ncomponents: {schemas: {A: {properties: {apiVersion: {}, kind: {}}}}}")]
    [InlineData("apiVersion: skaffold/v4beta11\nkind: Config\n")]
    [InlineData("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: x}\n")]
    [InlineData("apiVersion: v1\nkind: Config\nclusters: []\n")]
    [InlineData("apiVersion: v2\nname: chart # kind of\n")]
    [InlineData("services: {web: {image: apiVersion-kind}}")]
    public void Files_of_other_tools_are_not_manifests(string text)
    {
        Assert.Null(Read(text));
    }

    [Fact]
    public void A_chart_template_is_named_so_with_the_values_it_takes()
    {
        var manifest = Read(
            "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n  labels: {{- toYaml .Values.image.tag | nindent 4 }}\n",
            "charts/x/templates/service.yaml"
        );

        Assert.True(manifest?.IsTemplate);
        Assert.Empty(manifest?.Objects ?? []);
        Assert.Empty(manifest?.Problems ?? []);
        Assert.Equal(["name", "image.tag"], manifest?.ValueUses.Select(use => use.Value));
        Assert.Equal(".Values.name", manifest?.ValueUses[0].Span.Text);
    }

    [Fact]
    public void Alert_texts_with_braces_do_not_make_a_template()
    {
        Assert.Equal(
            "r",
            Only<KubernetesObject>(
                "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: r}\nspec: {text: \"{{ $labels.x }}\"}"
            ).Name?.Value
        );
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: ConfigMap\ndata: {PORT: 8080}", "8080")]
    [InlineData("apiVersion: v1\nkind: ConfigMap\ndata: {DEBUG: on}", "on")]
    [InlineData("apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, env: [{name: X, value: -1.5}]}]}", "-1.5")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: {labels: {version: 1e3}}", "1e3")]
    public void A_number_or_truth_value_where_text_must_stand_is_reported(string text, string value)
    {
        var problem = Assert.Single(Read(text)?.Problems ?? []);

        Assert.Equal((ProblemKind.InvalidValue, value), (problem.Kind, problem.Span.Text));
    }

    [Theory]
    [InlineData(
        "apiVersion: v1\nkind: ConfigMap\ndata: {PORT: '8080', V: 1.2.3, T: 2024-01-01, H: 10m, N: null, X: \"true\", P: 1.2.3.4, F: 0.0.0.0:80}"
    )]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: 5}\nspec: {containers: [{name: a, env: [{name: X, value: !!str 8080}]}]}")]
    public void Text_is_not_taken_for_a_number(string text)
    {
        Assert.Empty(Read(text)?.Problems ?? []);
    }

    [Fact]
    public void A_manifest_cut_anywhere_never_throws()
    {
        for (var length = 0; length < Deployment.Length; length++)
        {
            Read(Deployment[..length]);
        }
    }

    [Fact]
    public void An_object_without_a_kind_among_others_is_reported()
    {
        var manifest = Read(
            "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n---\napiVersion: v1\nmetadata: {name: b}\n---\nvalues: here\n"
        );

        Assert.Equal((1, "apiVersion"), (manifest?.Objects.Count, Assert.Single(manifest?.Problems ?? []).Span.Text));
    }

    [Theory]
    [InlineData("charts/x/templates/_helpers.tpl", true)]
    [InlineData("charts/x/templates/NOTES.txt", true)]
    [InlineData("docs/NOTES.txt", false)]
    public void Named_templates_of_a_chart_take_values_too(string path, bool expected)
    {
        Assert.Equal(expected, new KubernetesManifestReader().Accepts(path));
        Assert.Equal(expected ? "a.b" : null, Read("{{ .Values.a.b }}", path)?.ValueUses[0].Value);
    }
}
