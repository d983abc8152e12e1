namespace Seaworthy.Model.Topology;

/// <summary>What declares a target.</summary>
public enum TargetKind
{
    Compose,
    Kubernetes,
    Fly,
    Render,
    Procfile,
    Vercel,
    Railway,
    Heroku,

    /// <summary>Servers on which Kamal runs the image of the repository.</summary>
    Kamal,

    Script,

    /// <summary>What Terraform or OpenTofu applies.</summary>
    Terraform,

    /// <summary>What a template of Bicep deploys to Azure.</summary>
    Bicep,

    /// <summary>A task definition of Amazon ECS in a file of its own.</summary>
    Ecs,

    /// <summary>Containers that a command leaves running on a server: <c>docker run --detach</c>.</summary>
    Docker,

    /// <summary>What a command or an action hands to Google's Cloud Run.</summary>
    CloudRun,

    /// <summary>What a command or an action hands to Azure Container Apps.</summary>
    ContainerApps,
}
