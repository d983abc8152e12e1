using Seaworthy.Reading.Discovery;

namespace Seaworthy.Fuzz.Engine;

/// <summary>Repositories with many of one thing, as generators and hostile people make them.</summary>
internal static class LargeTrees
{
    public static IReadOnlyDictionary<string, Func<int, IEnumerable<MemoryFile>>> All { get; } =
        new Dictionary<string, Func<int, IEnumerable<MemoryFile>>>(StringComparer.Ordinal)
        {
            ["services of one project"] = Services,
            ["services on one port"] = ServicesOnOnePort,
            ["services that depend on others"] = DependentServices,
            ["services with volumes, networks and secrets"] = ServicesWithNames,
            ["services with secrets of their own"] = ServicesWithSecrets,
            ["services with a build of their own"] = BuiltServices,
            ["projects in directories"] = Projects,
            ["workflows"] = Workflows,
            ["workflows of three commands"] = Checks,
            ["Kubernetes manifests"] = Manifests,
            ["readers of variables"] = Readers,
            ["programs that build from the root"] = RootBuilds,
            ["Python programs with a lock"] = LockedPrograms,
            ["programs without a template"] = Programs,
            ["namespaces"] = Namespaces,
            ["names that are nearly set"] = NearNames,
            ["objects that are nearly named"] = NearObjects,
        };

    private static IEnumerable<MemoryFile> Services(int count) =>
        [new("compose.yaml", "services:\n" + Lines(count, at => $"  s{at}:\n    image: nginx:1.25\n    ports: [\"{10000 + at}:80\"]\n"))];

    private static IEnumerable<MemoryFile> ServicesOnOnePort(int count) =>
        [new("compose.yaml", "services:\n" + Lines(count, at => $"  s{at}:\n    image: nginx\n    ports: [\"8080:80\"]\n"))];

    private static IEnumerable<MemoryFile> DependentServices(int count) =>
        [
            new(
                "compose.yaml",
                "services:\n"
                    + Lines(
                        count,
                        at =>
                            $"  s{at}:\n    image: nginx:1.25\n    depends_on: [s{(at + 1) % count}, s{(at + 2) % count}]\n    environment:\n      A{at}: http://s{(at + 3) % count}:80/\n"
                    )
            ),
        ];

    private static IEnumerable<MemoryFile> ServicesWithNames(int count) =>
        [
            new(
                "compose.yaml",
                "services:\n"
                    + Lines(
                        count,
                        at =>
                            $"  s{at}:\n    image: postgres:16\n    volumes: [v{at}:/var/lib/postgresql/data, ./a{at}.conf:/etc/a.conf:ro]\n    networks: [n{at}]\n    secrets: [x{at}]\n"
                    )
                    + "volumes:\n"
                    + Lines(count, at => $"  v{at}: {{}}\n")
                    + "networks:\n"
                    + Lines(count, at => $"  n{at}: {{}}\n")
                    + "secrets:\n"
                    + Lines(count, at => $"  x{at}: {{file: ./x{at}}}\n")
            ),
        ];

    private static IEnumerable<MemoryFile> ServicesWithSecrets(int count) =>
        [
            new(
                "compose.yaml",
                "services:\n" + Lines(count, at => $"  s{at}:\n    image: nginx\n    environment:\n      PASSWORD: hunter{at}hunter\n")
            ),
        ];

    private static IEnumerable<MemoryFile> BuiltServices(int count) =>
        [
            new("compose.yaml", "services:\n" + Lines(count, at => $"  s{at}:\n    build: ./d{at}\n    image: own/s{at}\n")),
            .. Each(
                count,
                at => new MemoryFile(
                    $"d{at}/Dockerfile",
                    "FROM python:3.12\nWORKDIR /app\nCOPY . .\nEXPOSE 80\nCMD [\"python\", \"app.py\"]\n"
                )
            ),
            .. Each(count, at => new MemoryFile($"d{at}/app.py", $"import os\nA = os.environ[\"A{at}\"]\n")),
            .. Each(count, at => new MemoryFile($"d{at}/requirements.txt", "flask==3.0.0\n")),
        ];

    private static IEnumerable<MemoryFile> Projects(int count) =>
        Each(
            count,
            at => new MemoryFile(
                $"d{at}/compose.yaml",
                $"services:\n  a:\n    image: own/app{at}\n    ports: [\"8080:80\"]\n    restart: always\n"
            )
        );

    private static IEnumerable<MemoryFile> Workflows(int count) =>
        Each(
            count,
            at => new MemoryFile(
                $".github/workflows/w{at}.yml",
                "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n    - uses: actions/checkout@v4\n    - run: npm test\n"
            )
        );

    private static IEnumerable<MemoryFile> Checks(int count) =>
        Each(
            count,
            at => new MemoryFile(
                $".github/workflows/w{at}.yml",
                $"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n    - uses: actions/checkout@v4\n    - run: npm test\n    - run: npm run lint\n    - run: npm run build{at}\n"
            )
        );

    private static IEnumerable<MemoryFile> Manifests(int count) =>
        Each(count, at => new MemoryFile($"k8s/m{at}.yaml", Manifest(at, count)));

    private static string Manifest(int at, int count) =>
        $$$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a{{{at}}}}
            spec:
              selector: {matchLabels: {app: a{{{at}}}, part: shop}}
              template:
                metadata: {labels: {app: a{{{at}}}, part: shop}}
                spec:
                  containers:
                  - name: a
                    image: nginx:1.25
                    ports: [{containerPort: 80}]
                    envFrom: [{configMapRef: {name: c{{{at}}}}}]
                    env: [{name: U, value: "http://a{{{(at + 1) % count}}}:80/"}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: a{{{at}}}}
            spec:
              selector: {part: shop, app: a{{{at}}}}
              ports: [{port: 80}]
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: c{{{at}}}}
            data: {V{{{at}}}: x}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: i{{{at}}}}
            spec:
              rules:
              - host: a{{{at}}}.example.com
                http:
                  paths: [{path: /, pathType: Prefix, backend: {service: {name: a{{{at}}}, port: {number: 80} } } }]

            """;

    private static IEnumerable<MemoryFile> Readers(int count) =>
        Each(count, at => new MemoryFile($"app/m{at}.py", "import os\n" + Lines(10, read => $"v{read} = os.environ[\"V{at}_{read}\"]\n")));

    private static IEnumerable<MemoryFile> RootBuilds(int count) =>
        [
            new(
                "compose.yaml",
                "services:\n"
                    + Lines(count, at => $"  s{at}:\n    build: {{context: ., dockerfile: d{at}/Dockerfile}}\n    image: own/s{at}\n")
            ),
            .. Each(count, at => new MemoryFile($"d{at}/Dockerfile", $"FROM python:3.12\nCOPY . .\nCMD [\"python\", \"d{at}/app.py\"]\n")),
            .. Each(count, at => new MemoryFile($"d{at}/app.py", $"import os\nA = os.environ[\"A{at}\"]\n")),
            .. Each(count, at => new MemoryFile($"d{at}/requirements.txt", "flask==3.0.0\n")),
        ];

    private static IEnumerable<MemoryFile> LockedPrograms(int count) =>
        [
            .. Each(count, at => new MemoryFile($"d{at}/app.py", "import requests\nimport numpy\nimport flask\n")),
            .. Each(count, at => new MemoryFile($"d{at}/requirements.txt", $"flask==3.0.0\nd{at}==1.0.0\n")),
            .. Each(count, at => new MemoryFile($"d{at}/poetry.lock", "[[package]]\nname = \"flask\"\nversion = \"3.0.0\"\n")),
        ];

    private static IEnumerable<MemoryFile> Programs(int count) =>
        [
            .. Each(
                count,
                at => new MemoryFile($"d{at}/app.py", "import os\n" + Lines(6, read => $"v{read} = os.environ[\"KEY_{at}_{read}\"]\n"))
            ),
            .. Each(count, at => new MemoryFile($"d{at}/requirements.txt", "flask==3.0.0\n")),
            .. Each(count, at => new MemoryFile($"d{at}/README.md", $"# Program {at}\n\nSome words.\n")),
        ];

    private static IEnumerable<MemoryFile> Namespaces(int count) =>
        Each(
            count,
            at => new MemoryFile(
                $"k8s/m{at}.yaml",
                $$$"""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: n{{{at}}}}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers: [{name: a, image: "nginx:1.25"}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: n{{{at}}}}
                spec:
                  selector: {app: web}
                  ports: [{port: 80}]

                """
            )
        );

    private static IEnumerable<MemoryFile> NearNames(int count) =>
        [new("a.sh", "#!/bin/bash\n" + Lines(count, at => $"VALUE_{at}_NAME=x\n") + Lines(count, at => $"echo \"$VALU_{at}_NAME\"\n"))];

    private static IEnumerable<MemoryFile> NearObjects(int count) =>
        [
            .. Manifests(count),
            new("deploy.sh", "#!/bin/bash\nkubectl apply -f k8s\n" + Lines(count, at => $"kubectl rollout status deployment/a{at}-x\n")),
        ];

    private static string Lines(int count, Func<int, string> line) => string.Concat(Each(count, line));

    private static IEnumerable<T> Each<T>(int count, Func<int, T> one) => Enumerable.Range(0, count).Select(one);
}
