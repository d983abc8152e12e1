namespace Seaworthy.Rules.Pipelines;

/// <summary>The rules of this folder.</summary>
internal static class PipelinesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. PathMissingRules.All,
        new PathFilterMatchesNothing(),
        .. NameMissingRules.All,
        new JobNeverRuns(),
        new ActionDoesNotExist(),
        new RetiredAction(),
        new ImagePushedUnderAnotherName(),
        new ServiceContainerPort(),
        new MaskedFailure(),
        new DeployOnlyEchoes(),
        new UntrustedInputInScript(),
        new WritesEverything(),
        new DeployWithoutTest(),
        new DeployWithoutHealthCheck(),
        new NoRollback(),
        new ActionNotPinned(),
        new RivalWorkflows(),
        new PruneOfVolumes(),
        new ScriptGoesOnAfterFailure(),
        new ServiceVersionDrift(),
        new RetiredRunner(),
        new ProgramNotOnRunner(),
        new PnpmStatedTwice(),
        new VariableNeverSet(),
        new ExpandedTooEarly(),
        new NoTestsToRun(),
        new ScriptRefusedByShell(),
        new ImageDeployedBeforePush(),
        new TerraformVariableNotGiven(),
        new TokenPermissionMissing(),
        new RepositoryNotCheckedOut(),
        new NotSignedIn(),
        new CheckoutOutsideWorkspace(),
        new UploadKeepsDirectory(),
        new WorkflowNeverRead(),
        new TagNeverPushed(),
        new TagsAsOneImage(),
        new VersionLosesItsZero(),
        new ManifestsFurtherDown(),
    ];
}
