namespace CovidSchoolReporting.Domain.Delivery;

public enum DeliveryState
{
    /// <summary>Waits for its turn, or for the next try.</summary>
    Pending,

    /// <summary>The agency has it and answered with a receipt.</summary>
    Delivered,

    /// <summary>The agency refused it, or every try failed: a person must look.</summary>
    Dead,
}
