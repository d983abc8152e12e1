namespace Seaworthy.Model.Known.Options;

/// <summary>The options of <c>terraform</c> by its verbs; those of no verb go with each.</summary>
/// <remarks>Source: <c>terraform VERB -help</c>, options of OpenTofu, and those of earlier releases.</remarks>
internal static class TerraformOptions
{
    public static IReadOnlyList<VerbOptions> All { get; } =
    [
        new("", "", "-chdir -help -input -json -lock -lock-timeout -no-color -version"),
        new(
            "init",
            "",
            """
            -backend -backend-config -force-copy -from-module -get -get-plugins -ignore-remote-version -lockfile -migrate-state
            -plugin-dir -reconfigure -test-directory -upgrade -verify-plugins
            """
        ),
        new("validate", "", "-no-tests"),
        new(
            "plan",
            "",
            """
            -auto-approve -backup -compact-warnings -concise -consolidate-errors -consolidate-warnings -deprecation -destroy
            -detailed-exitcode -exclude -exclude-file -force -generate-config-out -module-depth -out -parallelism -refresh
            -refresh-only -replace -show-sensitive -state -state-out -target -target-file -var -var-file
            """
        ),
        new(
            "apply",
            "",
            """
            -auto-approve -backup -compact-warnings -concise -consolidate-errors -consolidate-warnings -deprecation -destroy
            -detailed-exitcode -exclude -exclude-file -force -generate-config-out -module-depth -out -parallelism -refresh
            -refresh-only -replace -show-sensitive -state -state-out -target -target-file -var -var-file
            """
        ),
        new(
            "destroy",
            "",
            """
            -auto-approve -backup -compact-warnings -concise -consolidate-errors -consolidate-warnings -deprecation -destroy
            -detailed-exitcode -exclude -exclude-file -force -generate-config-out -module-depth -out -parallelism -refresh
            -refresh-only -replace -show-sensitive -state -state-out -target -target-file -var -var-file
            """
        ),
        new("fmt", "", "-check -diff -list -recursive -write"),
        new(
            "refresh",
            "",
            """
            -auto-approve -backup -compact-warnings -concise -consolidate-errors -consolidate-warnings -deprecation -destroy
            -detailed-exitcode -exclude -exclude-file -force -generate-config-out -module-depth -out -parallelism -refresh
            -refresh-only -replace -show-sensitive -state -state-out -target -target-file -var -var-file
            """
        ),
    ];
}
