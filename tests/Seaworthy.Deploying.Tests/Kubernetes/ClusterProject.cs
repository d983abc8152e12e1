using System.Diagnostics;
using Seaworthy.Deploying.Tests.Machine;

namespace Seaworthy.Deploying.Tests.Kubernetes;

/// <summary>Manifests in a temporary directory, deployed by the program to the recorded kubectl beside this file. Everything is gone afterwards.</summary>
internal sealed class ClusterProject : IDisposable
{
    private const string Manifests = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          MODE: production
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          annotations:
            seaworthy.migrate: ./migrate up
        spec:
          replicas: 2
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels:
                app: web
            spec:
              containers:
                - name: web
                  image: registry.example/web:TAG
                  envFrom:
                    - configMapRef:
                        name: web
                    - secretRef:
                        name: web
                  ports:
                    - containerPort: 8080
                  readinessProbe:
                    httpGet:
                      path: /healthz
                      port: 8080
                  resources:
                    limits:
                      memory: 128Mi
        """;

    private readonly string root = Directory.CreateTempSubdirectory("seaworthy-cluster-").FullName;

    public ClusterProject()
    {
        Directory.CreateDirectory(At("state"));
        Directory.CreateDirectory(At("bin"));
        Directory.CreateDirectory(At("shop/k8s"));
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "kubectl.sh"))
            .Replace("@STATE@", At("state"), StringComparison.Ordinal);
        File.WriteAllText(At("bin/kubectl"), script);
        Machine.Engine.Run("chmod", "755", At("bin/kubectl"));
    }

    /// <summary>What the last command printed.</summary>
    public string Output { get; private set; } = "";

    /// <summary>The image that the cluster runs; empty for none.</summary>
    public string Image => Read("revision") is { Length: > 0 } revision ? Read("image." + revision) : "";

    /// <summary>What was asked of kubectl, a line each, without the context.</summary>
    public IReadOnlyList<string> Asked =>
        [
            .. Read("log")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Replace("--context=trial ", "", StringComparison.Ordinal)),
        ];

    public bool HasLease => File.Exists(At("state/lease"));

    /// <summary>What the state directory keeps of Jobs.</summary>
    public IEnumerable<string> JobLogs =>
        Directory.EnumerateFiles(At("kept"), "*.log", SearchOption.AllDirectories).Select(File.ReadAllText);

    public void Fail(string mode) => File.WriteAllText(At("state/mode"), mode);

    public void Forget() => File.Delete(At("state/log"));

    public void Lease(string holder, DateTimeOffset renewed)
    {
        File.WriteAllText(
            At("state/lease"),
            $$$"""{"apiVersion":"coordination.k8s.io/v1","kind":"Lease","metadata":{"name":"seaworthy-shop","namespace":"shop"},"spec":{"holderIdentity":"{{{holder}}}","leaseDurationSeconds":60,"renewTime":"{{{renewed.UtcDateTime:O}}}"}}"""
        );
        File.WriteAllText(At("state/version"), "1");
    }

    public int Deploy(string tag, params IEnumerable<string> options)
    {
        Write(tag);
        List<string> chosen = [.. options];
        return Ask("deploy", ["--health-timeout", "4s", .. chosen.Contains("--watch") ? chosen : ["--watch", "3s", .. chosen]]);
    }

    public int Ask(string verb, params IEnumerable<string> options)
    {
        using var process = Start([verb, .. options]);
        var error = process.StandardError.ReadToEndAsync();
        Output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Deploys, and sends SIGKILL when an event is printed. Whether it was.</summary>
    public bool Kill(string tag, string what, string step)
    {
        Write(tag);
        using var process = Start(["deploy", "--health-timeout", "4s", "--watch", "3s", "--json"]);
        var error = process.StandardError.ReadToEndAsync();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Contains($"\"event\":\"{what}\",\"step\":\"{step}\"", StringComparison.Ordinal))
            {
                process.Kill();
                process.WaitForExit();
                return process.ExitCode == 137;
            }
        }

        Output = error.Result;
        return false;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Write(string tag) =>
        File.WriteAllText(At("shop/k8s/app.yaml"), Manifests.Replace("TAG", tag, StringComparison.Ordinal) + "\n");

    private string At(string path) => Path.Combine(root, path);

    private string Read(string name) => File.Exists(At("state/" + name)) ? File.ReadAllText(At("state/" + name)) : "";

    private Process Start(IReadOnlyList<string> words)
    {
        var start = ProductProgram.With([
            words[0],
            At("shop"),
            .. words.Skip(1),
            "--on",
            "kube-context://trial/shop",
            "--state",
            At("kept"),
        ]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["PATH"] = $"{At("bin")}:{start.Environment["PATH"]}";
        return Process.Start(start) ?? throw new InvalidOperationException("the program does not start");
    }
}
