namespace Seaworthy.Model.Topology;

/// <summary>What a step of a pipeline is for, whichever tool it uses.</summary>
public enum StepIntent
{
    /// <summary>Nothing that the delivery of software depends on, or nothing that can be recognised.</summary>
    Other,

    /// <summary>Fetches the repository's files.</summary>
    Checkout,

    /// <summary>Puts a tool, runtime, cache or login in place.</summary>
    SetUp,

    /// <summary>Installs the project's dependencies.</summary>
    Install,

    /// <summary>Checks style, types or configuration without running the software.</summary>
    Lint,

    /// <summary>Runs automated tests.</summary>
    Test,

    /// <summary>Compiles or bundles the software.</summary>
    Build,

    /// <summary>Builds a container image.</summary>
    BuildImage,

    /// <summary>Looks for vulnerabilities, secrets or licences.</summary>
    Scan,

    /// <summary>Publishes a container image to a registry.</summary>
    PushImage,

    /// <summary>Publishes a package, a release or a site's bundle.</summary>
    Publish,

    /// <summary>Copies data away so that it can be restored.</summary>
    BackUp,

    /// <summary>Changes the schema of a database.</summary>
    Migrate,

    /// <summary>Brings a new version to where users reach it.</summary>
    Deploy,

    /// <summary>Waits until something answers as healthy.</summary>
    WaitForHealth,

    /// <summary>Asks the deployed system whether it works.</summary>
    SmokeTest,

    /// <summary>Moves traffic from one version to another.</summary>
    Switch,

    /// <summary>Returns to an earlier version.</summary>
    RollBack,

    /// <summary>Removes old versions, images or files.</summary>
    CleanUp,

    /// <summary>Tells people or other systems.</summary>
    Notify,
}
