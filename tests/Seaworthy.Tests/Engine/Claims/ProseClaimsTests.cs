using Seaworthy.Engine.Claims;
using Xunit;

namespace Seaworthy.Tests.Engine.Claims;

public sealed class ProseClaimsTests
{
    private const string Report = """
        # Deployment audit

        ## Summary
        The system has 3 critical problems.

        ### 1) Docker

        1.1 CRITICAL: Port mismatches across environments
        - Files:
          - `docker-compose.yml` backend sets `PORT=2000` (lines 78-113)
          - `k8s/backend.yaml` has `containerPort: 3001`
        - Recommendation: standardise in `deploy/ports.yaml`

        1.2 LOW: No rollback anywhere

        CMD entrypoint: ❌ FAIL
        Rationale: CMD ["python", "run.py"] references a non-existent file
        Files: docker/Dockerfile.flask:18
        Remediation: Create run.py
        Health: ✅ PASS
        Rationale: /health exists in app/urls.py:26

        - The variable `SESSION_SECRET` is not set in compose.yaml line 12, and Next.js fails.
        """;

    [Fact]
    public void Each_passage_that_names_a_file_is_a_claim_with_its_lines_and_values()
    {
        var claims = ProseClaims.Read(Report, out _);

        Assert.Equal(
            [
                "port-not-listened: docker-compose.yml:78 k8s/backend.yaml = PORT=2000 containerPort: 3001",
                "path-missing: run.py docker/Dockerfile.flask:18 = run.py",
                "variable-not-set: compose.yaml:12 = SESSION_SECRET",
            ],
            claims.Select(claim =>
                $"{claim.Kind.Name}: {string.Join(' ', claim.Places.Select(place => place.Line is { } line ? $"{place.Path}:{line}" : place.Path))} = {string.Join(' ', claim.Values)}"
            )
        );
    }

    [Fact]
    public void What_names_no_file_is_said_and_what_is_in_order_is_none()
    {
        _ = ProseClaims.Read(Report, out var rest);

        Assert.Equal(
            ["The system has 3 critical problems.", "1.2 LOW: No rollback anywhere"],
            rest.Select(passage => passage.Replace("## Summary ", "", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("All is well.")]
    [InlineData("```\na.py\n")]
    public void A_text_without_faults_has_no_claims(string text) => Assert.Empty(ProseClaims.Read(text, out _));

    [Theory]
    [InlineData(" {\"claims\": []}", false)]
    [InlineData("[]", false)]
    [InlineData("# Audit", true)]
    public void JSON_is_no_prose(string text, bool isProse) => Assert.Equal(isProse, ProseClaims.IsProse(text));

    [Fact]
    public void A_long_text_of_one_kind_of_letter_takes_no_time()
    {
        var text = string.Join('\n', Enumerable.Repeat(new string('a', 400) + "/" + new string('.', 400) + " missing", 200));

        Assert.NotNull(ProseClaims.Read(text, out _));
    }
}
