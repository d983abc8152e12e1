using System.Text;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Importing;

/// <summary>The tools whose findings are taken over by name, and the area of each kind of theirs. The first row that fits holds.</summary>
/// <remarks>Source: the documentation of each tool's rules; the names are those that they write as <c>tool.driver.name</c>.</remarks>
internal static class ToolTable
{
    /// <summary>In front of the rules of every other tool.</summary>
    private const string Other = "sarif";

    /// <summary>What a tool calls itself where that is not the name that people know it by.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["github-actions-lint"] = "actionlint",
        ["semgrep-oss"] = "semgrep",
        ["semgrep-pro"] = "semgrep",
        ["kubelinter"] = "kube-linter",
        ["snyk-open-source"] = "snyk",
        ["snyk-container"] = "snyk",
        ["snyk-iac"] = "snyk",
        ["snykcode"] = "snyk",
        ["trivy-vulnerability-scanner"] = "trivy",
        ["osv-scanner"] = "osv-scanner",
    };

    private static readonly ToolRow[] Rows =
    [
        new("actionlint", "*", Area.Pipelines),
        new("checkov", "CKV_DOCKER_*", Area.Containers, Severity.Low, IsAdvice: true),
        new("checkov", "CKV2_DOCKER_*", Area.Containers, Severity.Low, IsAdvice: true),
        new("checkov", "CKV_SECRET_*", Area.Secrets, Severity.High),
        new("checkov", "CKV*_GHA_*", Area.Pipelines, Severity.Medium, IsAdvice: true),
        new("checkov", "CKV*_GITLAB*", Area.Pipelines, Severity.Medium, IsAdvice: true),
        new("checkov", "CKV_K8S_8", Area.PortsAndHealth, Severity.Low, IsAdvice: true),
        new("checkov", "CKV_K8S_9", Area.PortsAndHealth, Severity.Low, IsAdvice: true),
        new("checkov", "CKV_K8S_1*", Area.Orchestration, Severity.Low, IsAdvice: true),
        new("checkov", "*", Area.Security, Severity.Medium, IsAdvice: true),
        new("codeql", "*", Area.Security),
        new("dockle", "*", Area.Containers),
        new("gitleaks", "*", Area.Secrets, Severity.High),
        new("grype", "*", Area.Dependencies),
        new("hadolint", "DL3002", Area.Security),
        new("hadolint", "*", Area.Containers),
        new("kics", "*", Area.Security),
        new("kube-linter", "*-probe", Area.PortsAndHealth, Severity.Low, IsAdvice: true),
        new("kube-linter", "unset-*-requirements", Area.Scaling, Severity.Low, IsAdvice: true),
        new("kube-linter", "minimum-*-replicas", Area.Scaling, Severity.Low, IsAdvice: true),
        new("kube-linter", "env-var-secret", Area.Secrets, Severity.Medium, IsAdvice: true),
        new("kube-linter", "read-secret-from-env-var", Area.Secrets, Severity.Low, IsAdvice: true),
        new("kube-linter", "run-as-non-root", Area.Security, Severity.Medium, IsAdvice: true),
        new("kube-linter", "privileg*", Area.Security, Severity.Medium, IsAdvice: true),
        new("kube-linter", "*", Area.Orchestration, Severity.Low, IsAdvice: true),
        new("osv-scanner", "*", Area.Dependencies),
        new("poutine", "*", Area.Pipelines),
        new("scorecard", "*", Area.Security, IsAdvice: true),
        new("semgrep", "*secret*", Area.Secrets),
        new("semgrep", "dockerfile.*", Area.Containers),
        new("semgrep", "yaml.github-actions.*", Area.Pipelines),
        new("semgrep", "yaml.kubernetes.*", Area.Orchestration),
        new("semgrep", "yaml.docker-compose.*", Area.Orchestration),
        new("semgrep", "*", Area.Security),
        new("shellcheck", "*", Area.Pipelines),
        new("snyk", "*", Area.Dependencies),
        new("tfsec", "*", Area.Security),
        new("trivy", "CVE-*", Area.Dependencies),
        new("trivy", "GHSA-*", Area.Dependencies),
        new("trivy", "*-CVE-*", Area.Dependencies),
        new("trivy", "*DS-*", Area.Containers),
        new("trivy", "DS0*", Area.Containers),
        new("trivy", "*KSV*", Area.Orchestration),
        new("trivy", "*", Area.Security),
        new("trufflehog", "*", Area.Secrets, Severity.High),
        new("zizmor", "*", Area.Security),
    ];

    /// <summary>What the ids of findings from elsewhere begin with.</summary>
    public static IReadOnlyList<string> Prefixes { get; } =
    [.. Rows.Select(row => row.Tool).Append(Other).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The name of a tool as findings have it, from the one that it gives itself.</summary>
    public static string Name(string driver)
    {
        var slug = Slug(driver);
        var name = Names.GetValueOrDefault(slug, slug);
        return Prefixes.Contains(name) && name != Other ? name : $"{Other}/{name}";
    }

    public static ToolRow Of(ImportedResult result) =>
        // Trivy says only by tags that something is a secret.
        result.Tags.Contains("secret", StringComparer.OrdinalIgnoreCase)
            ? new ToolRow(result.Tool, "*", Area.Secrets)
            : Array.Find(Rows, row => row.Matches(result.Tool, result.Rule)) ?? new ToolRow(result.Tool, "*", Area.Security);

    private static string Slug(string driver)
    {
        StringBuilder slug = new();
        foreach (var letter in driver.Trim().ToLowerInvariant().Take(40))
        {
            slug.Append(char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-');
        }

        return slug.Length == 0 ? "unknown" : slug.ToString();
    }
}
