using System.Text;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Tests.Cli.Secrets;

/// <summary>Every secret in every kind of file, in the way in which that file gives values; and once more without its name, where a path, an image or an argument would stand.</summary>
internal static class PlantedFiles
{
    private static readonly IReadOnlyList<Planted> Secrets = PlantedSecrets.All;

    public static IReadOnlyList<MemoryFile> All { get; } =
    [
        new(".env", Each(one => $"{one.Name}={one.Text}") + Each(one => $"# {one.Name}={one.Text}")),
        new("api/.env.production", Each(one => $"export {one.Name}=\"{one.Text}\"")),
        new("compose.yaml", Compose()),
        new("compose.override.yaml", "services:\n  api:\n    environment:\n" + Each(one => $"      - {one.Name}={one.Text}")),
        new(
            "compose.prod.yaml",
            "services:\n  api:\n    image: nginx:1.25\n    environment:\n" + Each(one => $"      X_{one.Name}: ${{{one.Name}:-{one.Text}}}")
        ),
        new("api/Dockerfile", Dockerfile()),
        new(
            "worker/Dockerfile",
            "FROM alpine:3.20\n" + Each(one => $"ARG {one.Name}={one.Text}") + Each(one => $"ENV {one.Name} {one.Text}")
        ),
        new("k8s/flow.yaml", Deployment("flow", Each(one => $"        - {{name: {one.Name}, value: \"{one.Text}\"}}"))),
        new("k8s/block.yaml", Deployment("block", Each(one => $"        - name: B_{one.Name}\n          value: \"{one.Text}\""))),
        new("k8s/secret.yaml", Object("Secret", "plain", "stringData:\n" + Each(one => $"  {one.Name}: \"{one.Text}\""))),
        new("k8s/data.yaml", Object("Secret", "coded", "data:\n" + Each(one => $"  {one.Name}: {Base64(one.Text)}"))),
        new("k8s/config.yaml", Object("ConfigMap", "config", "data:\n" + Each(one => $"  {one.Name}: \"{one.Text}\""))),
        new(".github/workflows/ci.yml", Workflow()),
        new(
            ".gitlab-ci.yml",
            "variables:\n" + Each(one => $"  {one.Name}: \"{one.Text}\"") + "build:\n  script:\n" + Each(one => $"    - {one.Command}")
        ),
        new(
            ".circleci/config.yml",
            "version: 2.1\njobs:\n  build:\n    docker: [{image: cimg/base:2024.01}]\n    steps:\n"
                + Each(one => $"      - run: {one.Command}")
        ),
        new(
            "Jenkinsfile",
            "pipeline { agent any\n environment {\n"
                + Each(one => $"  {one.Name} = '{one.Text}'")
                + " }\n stages { stage('a') { steps {\n"
                + Each(one => $"  sh '{one.Command}'")
                + "} } } }\n"
        ),
        new(
            "package.json",
            "{\"name\": \"shop\", \"scripts\": {\n"
                + string.Join(
                    ",\n",
                    Secrets.Select((one, at) => $"  \"s{at}\": {Json(one.Command)}, \"m{at}\": \"node missing-{Plain(one)}.js\"")
                )
                + "\n}}\n"
        ),
        new("api/appsettings.json", "{\n" + string.Join(",\n", Secrets.Select(one => $"  \"{one.Name}\": \"{one.Text}\"")) + "\n}\n"),
        new(
            "api/server.js",
            Each(one => $"const {one.Name.ToLowerInvariant()} = process.env.{one.Name} || '{one.Text}';")
                + "require('express')().listen(3000);\n"
        ),
        new(
            "api/client.ts",
            Each(one => $"export const {one.Name} = \"{one.Text}\";")
                + Each(one => $"fetch(\"http://nobody-{one.Value[..4]}/x\", {{ headers: {{ Authorization: \"Bearer {one.Value}\" }} }});")
        ),
        new("tools/settings.py", "import os\n" + Each(one => $"{one.Name} = os.environ.get(\"{one.Name}\", \"{one.Text}\")")),
        new("tools/main.go", "package main\n" + Each(one => $"const {one.Name} = \"{one.Text}\"")),
        new("scripts/deploy.sh", "#!/bin/sh\n" + Each(one => $"{one.Command}\n./missing.sh {one.Value}\n./gone/{Plain(one)}.sh")),
        new("Makefile", Each((one, at) => $"t{at}:\n\t{one.Command}\n\tcp missing/{Plain(one)} /tmp")),
        new(
            "infra/main.tf",
            Each(one => $"variable \"{one.Name.ToLowerInvariant()}\" {{\n  type    = string\n  default = \"{one.Text}\"\n}}")
        ),
        new("infra/prod.tfvars", Each(one => $"{one.Name.ToLowerInvariant()} = \"{one.Text}\"")),
        new(
            "infra/ecs.tf",
            "locals {\n  environment = [\n" + Each(one => $"    {{ name = \"{one.Name}\", value = \"{one.Text}\" }},") + "  ]\n}\n"
        ),
        new("chart/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n"),
        new(
            "chart/values.yaml",
            Each(one => $"{one.Name}: \"{one.Text}\"") + "env:\n" + Each(one => $"  - name: {one.Name}\n    value: {one.Text}")
        ),
        new("fly.toml", "app = \"shop\"\n[env]\n" + Each(one => $"{one.Name} = \"{one.Text}\"")),
        new(
            "render.yaml",
            "services:\n- type: web\n  name: api\n  env: docker\n  envVars:\n"
                + Each(one => $"  - key: {one.Name}\n    value: \"{one.Text}\"")
        ),
        new("src/main/resources/application.properties", Each(one => $"shop.{one.Name}={one.Text}")),
        new("src/main/resources/application.yml", "shop:\n" + Each(one => $"  {one.Name}: {one.Text}")),
        new(
            "web.config",
            "<configuration><appSettings>\n"
                + Each(one => $"<add key=\"{one.Name}\" value=\"{one.Text}\" />")
                + "</appSettings></configuration>\n"
        ),
        new("setup.cfg", "[shop]\n" + Each(one => $"{one.Name} = {one.Text}")),
        new(
            "nginx.conf",
            "events {}\nhttp { server { listen 80;\n"
                + Each(one =>
                    $"  location /{one.Name} {{ proxy_set_header Authorization \"Bearer {one.Value}\"; proxy_pass http://api:3000; }}"
                )
                + "} }\n"
        ),
        new("README.md", Each(one => $"    export {one.Name}={one.Text}\n    {one.Command}")),
        new("seaworthy.yaml", "custom: [policy.yaml]\n"),
        new(
            "policy.yaml",
            "rules:\n"
                + Each(
                    (one, at) =>
                        $"  - {{id: own-{at}, title: \"Use {one.Value}\", area: security, severity: high, subject: image, require: {{registry: \"reg/{Plain(one)}\"}}, rationale: \"Never {one.Value}.\"}}"
                )
        ),
    ];

    private static string Compose() =>
        "services:\n  api:\n    build: ./api\n    ports: [\"8080:9999\"]\n    env_file: [.env, missing.env]\n    environment:\n"
        + Each(one => $"      {one.Name}: \"{one.Text}\"")
        + "    depends_on: [db, nobody]\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD: \""
        + Secrets[17].Value
        + "\"\n"
        + Each(
            (one, at) =>
                $"  s{at}:\n    image: reg/{Plain(one).ToLowerInvariant()}:latest\n    command: {Json(one.Command)}\n    volumes: [\"./missing-{Plain(one)}:/x\"]\n    healthcheck: {{test: {Json(one.Command)}}}\n    environment: {{PEER_URL: \"http://host-{Plain(one)}:80/{one.Value}\"}}"
        );

    private static string Dockerfile() =>
        "FROM node:22\nWORKDIR /app\n"
        + Each(one => $"ENV {one.Name}=\"{one.Text}\"")
        + Each(one => $"COPY missing-{Plain(one)}.js /app/\nRUN {one.Command} && ./gone.sh {one.Value}")
        + "EXPOSE 3000\nCMD [\"node\", \"server.js\"]\n";

    private static string Workflow() =>
        "on: push\nenv:\n"
        + Each(one => $"  {one.Name}: \"{one.Text}\"")
        + "jobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: nope\n    steps:\n"
        + Each(one =>
            $"      - name: step {one.Value}\n        run: |\n          {one.Command}\n          ./missing.sh {one.Value}\n      - uses: ./actions/{Plain(one)}"
        );

    private static string Deployment(string name, string variables) =>
        $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}}}\nspec:\n  selector: {{matchLabels: {{a: b}}}}\n  template:\n    metadata: {{labels: {{a: b}}}}\n    spec:\n      containers:\n      - name: {name}\n        image: nginx:1.25\n        ports: [{{containerPort: 80}}]\n        env:\n"
        + variables;

    private static string Object(string kind, string name, string data) =>
        $"apiVersion: v1\nkind: {kind}\nmetadata: {{name: {name}}}\n{data}";

    private static string Each(Func<Planted, string> line) => Each((one, _) => line(one));

    private static string Each(Func<Planted, int, string> line) => string.Concat(Secrets.Select((one, at) => line(one, at) + "\n"));

    // A value that can stand in a path.
    private static string Plain(Planted one) => one.Value.Contains('/', StringComparison.Ordinal) ? "x" : one.Value;

    private static string Json(string text) => $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
