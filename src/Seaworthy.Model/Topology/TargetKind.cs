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
    Script,
}
